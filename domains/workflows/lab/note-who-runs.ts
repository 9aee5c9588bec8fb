import { engineOf } from '@octo/platform/database/engines/engine.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { recordAudit } from '../../security/index.ts';
import { operatorUnknownCode } from '../codes.ts';
import { isDatabaseAway } from '../records/database-away.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';

interface RunOfSomebody {
  action: string;
  resource: string;
}

/**
 * Leaves an audit row when a person runs something, before it runs: nobody does unseen. Returns the failure when the database
 * is away, for then nothing can be run. Throws Invalid for a person whom nobody knows.
 */
export async function noteWhoRuns(
  ctx: WorkflowsCtx,
  { action, resource }: RunOfSomebody,
): Promise<AppError | undefined> {
  if (ctx.actor.userId === undefined) return undefined;
  try {
    await recordAudit(ctx, { action, resource, before: null, after: { trace_id: ctx.traceId } });
    return undefined;
  } catch (error) {
    if (engineOf(ctx.db).isDangling(error)) throw operatorUnknown();
    if (error instanceof AppError && isDatabaseAway(error)) return error;
    throw error;
  }
}

function operatorUnknown(): AppError {
  return faultyField('Invalid', operatorUnknownCode, 'x-octo-operator', 'is the id of nobody');
}

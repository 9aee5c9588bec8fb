import { transact } from '@octo/platform/database/transact.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import { type ActiveFault, longestSeconds } from './active-fault.ts';
import { findFault } from './find-fault.ts';
import { deleteExpiredFault, insertFault } from './queries.ts';

export interface ApplyFaultInput {
  faultId: string;
  /** It ends by itself after so long. */
  forSeconds: number;
}

/** Applies a fault: its target installs it within a second or two. Throws NotFound, Invalid, Conflict when it is applied already. */
export async function applyFault(ctx: Ctx, { faultId, forSeconds }: ApplyFaultInput): Promise<ActiveFault> {
  const fault = findFault(faultId);
  if (!fault) throw new AppError('NotFound', 'simulation.unknown_fault', 'There is no such fault.');
  if (forSeconds <= 0 || forSeconds > longestSeconds)
    throw faultyField('Invalid', 'simulation.duration', 'for_seconds', 'A fault lasts for an hour at most.');
  return await transact(ctx, async (ctx) => {
    const appliedAt = ctx.clock.now();
    const expiresAt = new Date(appliedAt.getTime() + forSeconds * 1000);
    const row = { appliedBy: ctx.actor.id, appliedAt, expiresAt, traceId: ctx.traceId };
    await deleteExpiredFault(ctx.db, { id: fault.id, now: appliedAt });
    const isNew = await insertFault(ctx.db, { id: fault.id, target: fault.target, ...row });
    if (!isNew) throw alreadyApplied();
    await recordAudit(ctx, {
      action: 'simulation.apply',
      resource: `faults/${fault.id}`,
      before: null,
      after: { target: fault.target, expires_at: expiresAt.toISOString() },
    });
    return { fault, ...row };
  });
}

function alreadyApplied(): AppError {
  return new AppError('Conflict', 'simulation.already_applied', 'This fault is applied already. Clear it first.');
}

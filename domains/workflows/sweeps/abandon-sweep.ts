import { finishRun } from '../records/queries.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import type { ClaimedSweep } from './claimed-sweep.ts';

const stopped = 'The replica that made this sweep was told to stop in the middle of it.';

/** Closes a sweep that will not be finished, so that the next one need not wait for its lease to end. */
export async function abandonSweep(ctx: WorkflowsCtx, { runId, leaseOwner }: ClaimedSweep): Promise<void> {
  if (runId === undefined) return;
  await finishRun(ctx.db, {
    id: runId,
    leaseOwner,
    status: 'error',
    resultSummary: stopped,
    durationMs: null,
    completedAt: ctx.clock.now(),
  });
}

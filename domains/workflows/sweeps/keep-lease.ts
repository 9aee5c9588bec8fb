import { isDatabaseAway } from '../records/database-away.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import type { ClaimedSweep } from './claimed-sweep.ts';
import { leaseEnd } from './lease.ts';
import { extendLease } from './queries.ts';
import { sweepLost } from './sweep-lost.ts';

/** Says that the sweep goes on. Throws Conflict when another replica took this one for dead. */
export async function keepLease(ctx: WorkflowsCtx, { runId, leaseOwner }: ClaimedSweep): Promise<void> {
  if (runId === undefined) return;
  try {
    const kept = await extendLease(ctx.db, { id: runId, leaseOwner, leaseUntil: leaseEnd(ctx), traceId: ctx.traceId });
    if (kept === 0) throw sweepLost();
  } catch (error) {
    // While the database is away nobody takes the lease, either.
    if (!isDatabaseAway(error)) throw error;
  }
}

import { isDatabaseAway } from '../records/database-away.ts';
import type { ScheduleMode } from '../records/execution.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { backendSweep } from './backend-sweep.ts';
import type { Claim, ClaimedSweep } from './claimed-sweep.ts';
import { leaseEnd } from './lease.ts';
import { periodKeyOf } from './period.ts';
import { closeAbandonedRun, insertRun, selectRunOfPeriod } from './queries.ts';

const abandoned = 'The replica that made this sweep stopped in the middle of it.';

/** Begins a sweep, unless there is one: of all replicas one makes it, once in a period when it is scheduled. */
export async function claimSweep(ctx: WorkflowsCtx, { scheduleMode }: { scheduleMode: ScheduleMode }): Promise<Claim> {
  const startedAt = ctx.clock.now();
  const { key } = backendSweep;
  const periodKey = scheduleMode === 'manual' ? null : periodKeyOf(key, startedAt, ctx.sweep.pollSeconds);
  const claimed = { runId: undefined, leaseOwner: ctx.ids.event(), scheduleMode, periodKey, startedAt };
  try {
    await closeAbandonedRun(ctx.db, { runningKey: key, now: startedAt, resultSummary: abandoned });
    const runId = await openRun(ctx, claimed);
    if (runId !== undefined) return { ...claimed, runId };
    const isDone = periodKey !== null && (await selectRunOfPeriod(ctx.db, { periodKey })).length > 0;
    return isDone ? 'done' : 'busy';
  } catch (error) {
    if (isDatabaseAway(error)) return claimed;
    throw error;
  }
}

async function openRun(ctx: WorkflowsCtx, claimed: ClaimedSweep): Promise<number | undefined> {
  const { runId: _, ...run } = claimed;
  const id = await ctx.ids.next();
  const isOpened = await insertRun(ctx.db, {
    ...run,
    id,
    workflowKey: backendSweep.key,
    workflowLabel: backendSweep.label,
    sourceService: ctx.serviceName,
    status: 'running',
    runningKey: backendSweep.key,
    leaseUntil: leaseEnd(ctx),
  });
  return isOpened ? id : undefined;
}

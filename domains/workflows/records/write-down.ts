import { transact } from '@octo/platform/database/transact.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { addExecution } from './add-execution.ts';
import { fromMilliseconds } from './execution.ts';
import type { FinishedRun, Kept } from './journal.ts';
import { finishRun, insertFinishedRun, insertSnapshots } from './queries.ts';

/** Writes down what has happened, as a whole. Returns the id of its run, undefined when another replica has recorded that one. */
export async function writeDown(ctx: WorkflowsCtx, kept: Kept): Promise<number | undefined> {
  return await transact(ctx, async (ctx) => {
    const runId = kept.run && (await writeRun(ctx, kept.run));
    if (kept.run && runId === undefined) return undefined;
    const workflowRunId = runId ?? null;
    for (const execution of kept.executions) {
      await addExecution(ctx, { ...execution, id: await ctx.ids.next(), workflowRunId });
    }
    const snapshots = [];
    for (const { latencyMs, ...snapshot } of kept.snapshots) {
      const id = await ctx.ids.next();
      snapshots.push({ ...snapshot, latencyMs: fromMilliseconds(latencyMs), id, workflowRunId });
    }
    if (snapshots.length > 0) await insertSnapshots(ctx.db, { snapshots });
    return runId;
  });
}

/** What a lost run has found belongs to it all the same. */
async function writeRun(ctx: WorkflowsCtx, finished: FinishedRun): Promise<number | undefined> {
  const { leaseOwner, id: knownId, ...run } = finished;
  const durationMs = fromMilliseconds(run.durationMs);
  if (knownId === undefined) {
    const id = await ctx.ids.next();
    return (await insertFinishedRun(ctx.db, { ...run, id, durationMs })) ? id : undefined;
  }
  const { status, resultSummary, completedAt } = run;
  await finishRun(ctx.db, { id: knownId, leaseOwner, status, resultSummary, durationMs, completedAt });
  return knownId;
}

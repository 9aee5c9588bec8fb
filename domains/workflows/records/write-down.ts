import { transact } from '@octo/platform/database/transact.ts';
import type { WorkflowsCtx } from '../workflows-context.ts';
import { addExecution } from './add-execution.ts';
import { fromMilliseconds } from './execution.ts';
import type { FinishedRun, Kept } from './journal.ts';
import { finishRun, insertFinishedRun, insertSnapshots } from './queries.ts';

export interface WrittenDown {
  /** Of its run; undefined when there is none, or when another replica has recorded that one. */
  runId: number | undefined;
  /** The run had been closed by another replica, whose word about its end counts. */
  isLost: boolean;
}

/** Writes down what has happened, as a whole. */
export async function writeDown(ctx: WorkflowsCtx, kept: Kept): Promise<WrittenDown> {
  return await transact(ctx, async (ctx) => {
    const written = kept.run ? await writeRun(ctx, kept.run) : { runId: undefined, isLost: false };
    if (kept.run && written.runId === undefined) return written;
    const workflowRunId = written.runId ?? null;
    for (const execution of kept.executions) {
      await addExecution(ctx, { ...execution, id: await ctx.ids.next(), workflowRunId });
    }
    const snapshots = [];
    for (const { latencyMs, ...snapshot } of kept.snapshots) {
      const id = await ctx.ids.next();
      snapshots.push({ ...snapshot, latencyMs: fromMilliseconds(latencyMs), id, workflowRunId });
    }
    if (snapshots.length > 0) await insertSnapshots(ctx.db, { snapshots });
    return written;
  });
}

/** What a lost run has found belongs to it all the same. */
async function writeRun(ctx: WorkflowsCtx, finished: FinishedRun): Promise<WrittenDown> {
  const { leaseOwner, id: knownId, ...run } = finished;
  const durationMs = fromMilliseconds(run.durationMs);
  if (knownId === undefined) {
    const id = await ctx.ids.next();
    const isInserted = await insertFinishedRun(ctx.db, { ...run, id, durationMs });
    return { runId: isInserted ? id : undefined, isLost: false };
  }
  const { status, resultSummary, completedAt } = run;
  const closed = await finishRun(ctx.db, { id: knownId, leaseOwner, status, resultSummary, durationMs, completedAt });
  return { runId: knownId, isLost: closed === 0 };
}

import type { WorkflowsCtx } from '../workflows-context.ts';
import { addExecution } from './add-execution.ts';
import { isDatabaseAway } from './database-away.ts';
import type { NewExecution, ScheduleMode } from './execution.ts';

/** What a sweep has found so far and could not write down yet. */
export interface SweepRecords {
  /** Undefined while the database knows nothing of this sweep. */
  runId: number | undefined;
  scheduleMode: ScheduleMode;
  executions: NewExecution[];
}

/** Writes down how a query went and returns its id; undefined when the database is away: then it is kept until that is back. */
export async function recordExecution(
  ctx: WorkflowsCtx,
  execution: NewExecution,
  sweep?: SweepRecords,
): Promise<number | undefined> {
  const isUnheardOf = sweep !== undefined && sweep.runId === undefined;
  const id = isUnheardOf ? undefined : await unlessAway(() => insertNew(ctx, execution, sweep?.runId ?? null));
  if (id !== undefined) return id;
  if (sweep) sweep.executions.push(execution);
  else ctx.journal.keep({ run: undefined, executions: [execution], snapshots: [] });
  return undefined;
}

async function insertNew(ctx: WorkflowsCtx, execution: NewExecution, workflowRunId: number | null): Promise<number> {
  const id = await ctx.ids.next();
  await addExecution(ctx, { ...execution, id, workflowRunId });
  return id;
}

async function unlessAway<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseAway(error)) return undefined;
    throw error;
  }
}

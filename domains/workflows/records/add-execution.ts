import type { WorkflowsCtx } from '../workflows-context.ts';
import { fromMilliseconds, type NewExecution } from './execution.ts';
import { insertExecution } from './queries.ts';

/** Writes down how a query went. */
export async function addExecution(
  ctx: Pick<WorkflowsCtx, 'db'>,
  execution: NewExecution & { id: number; workflowRunId: number | null },
): Promise<void> {
  await insertExecution(ctx.db, { ...execution, durationMs: fromMilliseconds(execution.durationMs) });
}

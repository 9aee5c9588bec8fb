import { decodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { type RunStatus, toExecution } from './execution.ts';
import { type Page, type PageInput, toPage } from './page.ts';
import { selectRuns } from './queries.ts';
import type { WorkflowRun } from './run.ts';

/** A page of sweeps, newest first. Throws Invalid for a cursor of another list. */
export async function listRuns(
  ctx: Pick<Ctx, 'db'>,
  input: PageInput & { status?: RunStatus | undefined },
): Promise<Page<WorkflowRun>> {
  const { status, limit = 15 } = input;
  const list = `runs.${status ?? 'all'}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, 'instant');
  const rows = await selectRuns(ctx.db, { status, after, limit: limit + 1 });
  return toPage({ list, limit, items: rows.map(toExecution), placeOf: ({ startedAt: value, id }) => ({ value, id }) });
}

import { decodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { type Execution, type RunStatus, toExecution } from './execution.ts';
import { type Page, type PageInput, toPage } from './page.ts';
import { selectExecutions } from './queries.ts';

export interface ListExecutionsInput extends PageInput {
  queryName?: string | undefined;
  status?: RunStatus | undefined;
}

/** A page of what was run, newest first. Throws Invalid for a cursor of another list. */
export async function listExecutions(ctx: Pick<Ctx, 'db'>, input: ListExecutionsInput): Promise<Page<Execution>> {
  const { queryName, status, limit = 15 } = input;
  const list = `executions.${status ?? 'all'}.${queryName ?? 'all'}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, 'instant');
  const rows = await selectExecutions(ctx.db, { queryName, status, after, limit: limit + 1 });
  return toPage({ list, limit, items: rows.map(toExecution), placeOf: ({ createdAt: value, id }) => ({ value, id }) });
}

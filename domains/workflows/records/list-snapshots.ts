import { decodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { type Page, type PageInput, toPage } from './page.ts';
import { selectSnapshots } from './queries.ts';
import { type Snapshot, toSnapshot } from './snapshot.ts';

/** A page of what probes found, newest first. Throws Invalid for a cursor of another list. */
export async function listSnapshots(
  ctx: Pick<Ctx, 'db'>,
  input: PageInput & { componentName?: string | undefined },
): Promise<Page<Snapshot>> {
  const { componentName, limit = 12 } = input;
  const list = `snapshots.${componentName ?? 'all'}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, 'instant');
  const rows = await selectSnapshots(ctx.db, { componentName, after, limit: limit + 1 });
  return toPage({ list, limit, items: rows.map(toSnapshot), placeOf: ({ observedAt: value, id }) => ({ value, id }) });
}

import type { ShopsStatus } from '@octo/database/tables.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../context.ts';
import { selectShops } from './queries.ts';
import type { ShopDetail } from './shop-detail.ts';

export interface ListShopsInput {
  /** Looked for in name, slug and region. */
  search?: string | undefined;
  status?: ShopsStatus | undefined;
  after?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

const list = 'shops.name';

/** A page of the shops by name; `next` is there when more follow. */
export async function listShops(
  ctx: Pick<Ctx, 'db'>,
  input: ListShopsInput,
): Promise<{ shops: ShopDetail[]; next?: string }> {
  const { limit = 50, offset = 0, status } = input;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, 'text');
  const search = input.search?.trim() || undefined;
  const rows = await selectShops(ctx.db, { search, status, after, offset, limit: limit + 1 });
  const shops = rows.slice(0, limit);
  const last = shops.at(-1);
  if (rows.length <= limit || !last) return { shops };
  return { shops, next: encodeCursor(list, { value: last.name, id: last.id }) };
}

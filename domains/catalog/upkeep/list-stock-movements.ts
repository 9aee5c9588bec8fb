import { decodeEventCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import { selectMovements, selectSummary } from './queries.ts';
import { productNotFound } from './refusals.ts';

/** One line of the stock ledger. */
export interface StockMovement {
  id: string;
  productId: number;
  warehouseId: number;
  warehouseName: string;
  delta: number;
  reason: string;
  orderId: number | null;
  actor: string;
  traceId: string | null;
  createdAt: Date;
}

export interface ListStockMovementsInput {
  productId: number;
  after?: string | undefined;
  limit?: number | undefined;
}

const list = 'movements.newest';

/** A page of the stock ledger of a product, newest first; `next` is there when more follow. Throws NotFound. */
export async function listStockMovements(
  ctx: Pick<Ctx, 'db'>,
  input: ListStockMovementsInput,
): Promise<{ movements: StockMovement[]; next?: string }> {
  const { productId, limit = 50 } = input;
  const after = input.after === undefined ? undefined : decodeEventCursor(list, input.after, 'instant');
  const [product] = await selectSummary(ctx.db, { id: productId });
  if (!product) throw productNotFound();
  const rows = await selectMovements(ctx.db, { productId, after, limit: limit + 1 });
  const movements = rows.slice(0, limit);
  const last = movements.at(-1);
  if (rows.length <= limit || !last) return { movements };
  return { movements, next: encodeCursor(list, { value: last.createdAt, id: last.id }) };
}

import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Ctx } from '../../context.ts';
import type { PaymentStatus } from '../../payments/index.ts';
import type { OrderStatus } from '../order-states.ts';
import { type OrderSort, orderSorts, positionOf } from './order-sorts.ts';
import { type OrderSummary, toSummary } from './order-summary.ts';
import { selectOrders } from './queries.ts';

export interface ListOrdersInput {
  /** Looked for in order number, customer name and e-mail. */
  search?: string | undefined;
  status?: OrderStatus | undefined;
  paymentStatus?: PaymentStatus | undefined;
  customerId?: number | undefined;
  sort?: OrderSort | undefined;
  after?: string | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}

/** A page of orders, newest first unless sorted otherwise; `next` is there when more follow. */
export async function listOrders(
  ctx: Pick<Ctx, 'db'>,
  input: ListOrdersInput,
): Promise<{ orders: OrderSummary[]; next?: string }> {
  const { sort = 'newest', limit = 50, offset = 0, status, paymentStatus, customerId } = input;
  const list = `orders.${sort}`;
  const after = input.after === undefined ? undefined : decodeCursor(list, input.after, orderSorts[sort].kind);
  const filter = { search: input.search?.trim() || undefined, status, paymentStatus, customerId };
  const rows = await selectOrders(ctx.db, { filter, sort, after, offset, limit: limit + 1 });
  const orders = rows.slice(0, limit).map(toSummary);
  const last = orders.at(-1);
  return rows.length > limit && last ? { orders, next: encodeCursor(list, positionOf(last, sort)) } : { orders };
}

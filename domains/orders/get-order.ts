import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { type Order, toOrder } from './order.ts';
import { selectItems, selectOrder } from './queries.ts';

/** An order by its id, for services that act on it. Throws NotFound. */
export async function getOrder(ctx: Ctx, input: { orderId: number }): Promise<Order> {
  const { orderId } = input;
  const [[row], items] = await Promise.all([selectOrder(ctx.db, { id: orderId }), selectItems(ctx.db, { orderId })]);
  if (!row) throw faultyField('NotFound', 'orders.not_found', 'order_id', 'This order does not exist.');
  return toOrder(row, items);
}

import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { type Order, toOrder } from './order.ts';
import { selectItems, selectOrder } from './queries.ts';

/** An order by its id, for services that act on it. Throws NotFound. */
export async function getOrder(ctx: Ctx, input: { orderId: number }): Promise<Order> {
  const [row] = await selectOrder(ctx.db, { id: input.orderId });
  if (!row) throw faultyField('NotFound', 'orders.not_found', 'order_id', 'This order does not exist.');
  return toOrder(row, await selectItems(ctx.db, { orderId: row.id }));
}

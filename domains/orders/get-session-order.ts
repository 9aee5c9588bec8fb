import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { type Order, toOrder } from './order.ts';
import { selectItems, selectOrderByNumber } from './queries.ts';

/** An order that this session placed, by its number. Throws NotFound for every other, so that numbers tell a guesser nothing. */
export async function getSessionOrder(
  ctx: Ctx,
  { orderNumber, sessionId }: { orderNumber: string; sessionId: string | undefined },
): Promise<Order> {
  const [row] = sessionId === undefined ? [] : await selectOrderByNumber(ctx.db, { orderNumber, sessionId });
  if (!row)
    throw faultyField('NotFound', 'orders.not_found', 'order_number', 'There is no such order in this browser.');
  return toOrder(row, await selectItems(ctx.db, { orderId: row.id }));
}

import type { Ctx } from '../context.ts';
import { getOrder } from './get-order.ts';
import type { Order } from './order.ts';
import { lockOrder } from './queries.ts';

/** Holds an order for the rest of the transaction and reads it as it is then. Throws NotFound. */
export async function lockOrderForUpdate(ctx: Ctx, input: { orderId: number }): Promise<Order> {
  await lockOrder(ctx.db, { id: input.orderId });
  return await getOrder(ctx, input);
}

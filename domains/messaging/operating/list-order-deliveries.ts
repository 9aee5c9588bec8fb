import type { Ctx } from '../../context.ts';
import { type Delivery, toDelivery } from './delivery.ts';
import { selectOrderDeliveries } from './queries.ts';

/** The messages about an order in the order in which they were sent. */
export async function listOrderDeliveries(ctx: Ctx, input: { orderId: number }): Promise<Delivery[]> {
  return (await selectOrderDeliveries(ctx.db, input)).map(toDelivery);
}

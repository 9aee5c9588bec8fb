import type { Ctx } from '../context.ts';
import { sendMessage } from '../messaging/index.ts';
import { orderPlaced } from './events.ts';
import type { Order } from './order.ts';

/** Leaves the news of a placed order in the outbox, in the transaction that places it. */
export async function announceOrder(ctx: Ctx, order: Order): Promise<void> {
  await sendMessage(ctx, { type: 'order.placed', orderId: order.id, payload: orderPlaced(order) });
}

import type { OrderCancelled } from '@octo/contracts/order-events.ts';
import type { Ctx } from '../context.ts';
import { voidInvoice } from '../invoices/index.ts';
import { sendMessage } from '../messaging/index.ts';
import { moveOrder, type Order } from '../orders/index.ts';
import { changeDecision } from './change-decision.ts';
import { moveFulfilment } from './move-fulfilment.ts';
import { selectFulfilment } from './queries.ts';

/** Cancels an order that the caller has locked, its work and its invoice. The shop hears of it, and gives back stock and money. */
export async function cancelOrder(ctx: Ctx, order: Order, reason: string): Promise<Order> {
  const [fulfilment] = await selectFulfilment(ctx.db, { orderId: order.id });
  const cancelled = fulfilment
    ? await moveFulfilment(ctx, order, { from: fulfilment.status, to: 'cancelled', reason })
    : await moveOrder(ctx, order, { to: 'cancelled', details: reason });
  if (order.status === 'placed' || order.status === 'on_hold') {
    await changeDecision(ctx, order, { decision: 'rejected', reason });
  }
  await voidInvoice(ctx, { orderId: order.id });
  const payload: OrderCancelled = { order_id: order.id, order_number: order.orderNumber, reason };
  await sendMessage(ctx, { type: 'order.cancelled', orderId: order.id, payload });
  return cancelled;
}

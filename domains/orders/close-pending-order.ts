import { transact } from '@octo/platform/database/transact.ts';
import { releaseStock } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { mayPaymentBecome, settlePayment } from '../payments/index.ts';
import { announceOrder } from './announce-order.ts';
import type { Order } from './order.ts';
import { mayOrderBecome } from './order-states.ts';
import { closeOrder } from './queries.ts';
import { recordOrderEvent } from './record-order-event.ts';

/** How the payment of a pending order ended. A transfer is placed on account: its payment stays open. */
export type PaymentEnd =
  | { status: 'paid'; provider: string; reference: string }
  | { status: 'on_account' }
  | { status: 'failed'; provider: string | null; declineCode?: string };

/**
 * Ends the pending state of an order that the caller has locked: places and announces it, or fails it and puts its stock back.
 * Everything happens in the caller's transaction.
 */
export async function closePendingOrder(ctx: Ctx, order: Order, end: PaymentEnd): Promise<Order> {
  const to = end.status === 'failed' ? 'failed' : 'placed';
  if (!mayOrderBecome(order.status, to)) throw new Error(`order ${order.id} is ${order.status}, not pending`);
  if (end.status !== 'on_account' && !mayPaymentBecome(order.paymentStatus, end.status)) {
    throw new Error(`payment of order ${order.id} is ${order.paymentStatus}, not pending`);
  }
  return await transact(ctx, async (ctx) => {
    const now = ctx.clock.now();
    if (end.status !== 'on_account') await settlePayment(ctx, { orderId: order.id, ...end });
    const moved = await closeOrder(ctx.db, {
      id: order.id,
      from: 'pending',
      to,
      placedAt: to === 'placed' ? now : null,
      updatedAt: now,
    });
    if (moved !== 1) throw new Error(`order ${order.id} moved while it was locked`);
    await recordOrderEvent(ctx, { orderId: order.id, eventType: `order.${to}`, from: 'pending', to });
    const paymentStatus = end.status === 'on_account' ? 'pending' : end.status;
    const closed: Order = { ...order, status: to, paymentStatus, version: order.version + 1 };
    if (to === 'placed') await announceOrder(ctx, closed);
    else await releaseStock(ctx, { orderId: order.id, reason: 'order failed' });
    return closed;
  });
}

import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { releaseStock } from '../../catalog/index.ts';
import type { Ctx } from '../../context.ts';
import { bookRefund, settlePayment } from '../../payments/index.ts';
import { lockOrderForUpdate } from '../lock-order-for-update.ts';
import type { Order } from '../order.ts';
import { recordOrderEvent } from '../record-order-event.ts';
import { requireCancelled } from './require-cancelled.ts';

export interface ReleaseCancelledOrderInput {
  orderId: number;
  /** Whether refundCancelledOrder gave something back. */
  isRefunded: boolean;
}

/**
 * Undoes what a cancelled order holds: its stock goes back, and its payment is closed, refunded or never to come. A second call
 * finds nothing left to do. Throws Unavailable when a payment came in meanwhile that has yet to be given back.
 */
export async function releaseCancelledOrder(ctx: Ctx, input: ReleaseCancelledOrderInput): Promise<Order> {
  const { orderId, isRefunded } = input;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    requireCancelled(order);
    const paymentStatus = await closePayment(ctx, order, isRefunded);
    await releaseStock(ctx, { orderId, reason: 'order cancelled' });
    if (paymentStatus !== order.paymentStatus) {
      await recordOrderEvent(ctx, {
        orderId,
        eventType: `payment.${paymentStatus}`,
        from: order.status,
        to: order.status,
      });
    }
    return { ...order, paymentStatus };
  });
}

async function closePayment(ctx: Ctx, order: Order, isRefunded: boolean): Promise<Order['paymentStatus']> {
  const { id: orderId, paymentStatus } = order;
  if (paymentStatus === 'pending') {
    await settlePayment(ctx, { orderId, status: 'failed', provider: null });
    return 'failed';
  }
  if (paymentStatus !== 'paid') return paymentStatus;
  if (!isRefunded) {
    const message = 'A payment has come in that is to be given back first.';
    throw new AppError('Unavailable', 'orders.refund_due', message, { retryAfterSeconds: 1 });
  }
  await bookRefund(ctx, { orderId });
  return 'refunded';
}

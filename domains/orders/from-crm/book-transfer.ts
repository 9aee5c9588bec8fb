import { transact } from '@octo/platform/database/transact.ts';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../../context.ts';
import { settlePayment } from '../../payments/index.ts';
import { lockOrderForUpdate } from '../lock-order-for-update.ts';
import type { Order } from '../order.ts';
import { recordOrderEvent } from '../record-order-event.ts';

export interface BookTransferInput {
  orderId: number;
  amountCents: number;
  currency: string;
  /** What the bank calls the transfer. */
  reference: string;
}

/**
 * Books the transfer for an order. One that comes for an order that is cancelled or failed is only noted: somebody has to send
 * it back. Of one that is paid already nothing changes. Throws NotFound, and Conflict for a transfer that the order does not wait for.
 */
export async function bookTransfer(ctx: Ctx, input: BookTransferInput): Promise<Order> {
  const { orderId, reference } = input;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    requireDue(order, input);
    if (order.paymentStatus === 'paid') return order;
    const story = { orderId, from: order.status, to: order.status, details: reference };
    if (order.paymentStatus !== 'pending' || order.status === 'cancelled') {
      await recordOrderEvent(ctx, { ...story, eventType: 'payment.return_due' });
      return order;
    }
    await settlePayment(ctx, { orderId, status: 'paid', provider: 'bank_transfer', reference });
    await recordOrderEvent(ctx, { ...story, eventType: 'payment.received' });
    return { ...order, paymentStatus: 'paid' };
  });
}

function requireDue(order: Order, { amountCents, currency }: BookTransferInput): void {
  const fault =
    (order.paymentMethod !== 'bank_transfer' && 'order_id') ||
    (order.totalCents !== amountCents && 'amount') ||
    (order.currency !== currency && 'currency');
  if (!fault) return;
  throw faultyField('Conflict', 'orders.not_this_transfer', fault, 'This order does not wait for such a transfer.');
}

import type { PaymentReceived } from '@octo/contracts/order-events.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import { payInvoice } from '../invoices/index.ts';
import { sendMessage } from '../messaging/index.ts';
import { lockOrderForUpdate, noteProgress, type Order } from '../orders/index.ts';
import { acceptOrder } from './accept-order.ts';
import { ruleAfterTransfer, ruleOn, toAcceptance } from './acceptance.ts';
import { changeDecision } from './change-decision.ts';
import { selectAcceptance } from './queries.ts';
import { takeOrder } from './take-order.ts';

export interface RecordPaymentInput {
  orderId: number;
  /** What the bank calls the transfer. */
  reference: string;
}

/**
 * Notes that the transfer for an order arrived in full: its invoice is paid, the shop is told, and a hold that only waited
 * for it ends. Throws NotFound, and Conflict where no transfer is waited for.
 */
export async function recordPayment(ctx: Ctx, input: RecordPaymentInput): Promise<Order> {
  const { orderId } = input;
  const reference = input.reference.trim();
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    requireOpenTransfer(order);
    if (order.status !== 'placed') await payInvoice(ctx, { orderId });
    const noted = await noteProgress(ctx, order, {
      eventType: 'payment.recorded',
      action: 'orders.payment',
      details: reference,
    });
    const payload: PaymentReceived = {
      order_id: order.id,
      order_number: order.orderNumber,
      amount: dollarsFromCents(order.totalCents),
      currency: order.currency,
      reference,
    };
    await sendMessage(ctx, { type: 'payment.received', orderId, payload });
    return await goOn(ctx, { ...noted, paymentStatus: 'paid' });
  });
}

/** The shop books the payment when it hears of it; here the order is already dealt with as paid. */
async function goOn(ctx: Ctx, paid: Order): Promise<Order> {
  if (paid.status === 'placed') return await takeOrder(ctx, paid, ruleOn(paid));
  if (paid.status !== 'on_hold') return paid;
  const [acceptance] = await selectAcceptance(ctx.db, { orderId: paid.id });
  const ruling = acceptance && ruleAfterTransfer(toAcceptance(acceptance));
  if (ruling?.decision === 'accepted') return await acceptOrder(ctx, paid);
  if (ruling) await changeDecision(ctx, paid, ruling);
  return paid;
}

function requireOpenTransfer({ paymentMethod, paymentStatus, status }: Order): void {
  const obstacle =
    (paymentMethod !== 'bank_transfer' && 'This order is not paid by transfer.') ||
    (paymentStatus !== 'pending' && `The payment of this order is ${paymentStatus} already.`) ||
    (['pending', 'failed', 'cancelled'].includes(status) && `This order is ${status}: no transfer is waited for.`);
  if (obstacle) throw new AppError('Conflict', 'fulfilment.no_transfer_expected', obstacle);
}

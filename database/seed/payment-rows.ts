import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { PaymentsStatus } from '../tables.ts';
import type { PastOrder } from './order-history.ts';
import { lastChange } from './order-rows.ts';
import { whenDone } from './order-timeline.ts';
import type { Row } from './seed-rows.ts';

export function paymentRows(history: readonly PastOrder[]): Row<'payments'>[] {
  return history.map((order) => {
    const isCard = order.method === 'credit_card';
    return {
      id: order.id,
      orderId: order.id,
      method: order.method,
      status: paymentStatus(order),
      amount: decimalFromCents(order.totalCents),
      provider: isCard ? 'simulated' : null,
      providerReference: isCard && order.status !== 'failed' ? reference(order) : null,
      declineCode: order.status === 'failed' ? 'card_declined' : null,
      createdAt: order.createdAt,
      updatedAt: settledAt(order),
    };
  });
}

/** The card rail's own ledger, which the shop's payments must agree with. */
export function chargeRows(history: readonly PastOrder[]): Row<'simulatedCharges'>[] {
  const states = { paid: 'charged', refunded: 'voided', failed: 'declined' } as const;
  return history.flatMap((order) => {
    const payment = paymentStatus(order);
    if (order.method !== 'credit_card' || payment === 'pending') return [];
    return {
      orderId: order.id,
      status: states[payment],
      amount: decimalFromCents(order.totalCents),
      reference: payment === 'failed' ? null : reference(order),
      createdAt: order.createdAt,
      updatedAt: settledAt(order),
    };
  });
}

function paymentStatus(order: PastOrder): PaymentsStatus {
  if (order.status === 'failed') return 'failed';
  if (order.status === 'cancelled') return 'refunded';
  return paidAt(order) ? 'paid' : 'pending';
}

export function paidAt(order: PastOrder): Date | null {
  return whenDone(order.steps, order.method === 'credit_card' ? 'order.placed' : 'payment.received');
}

function settledAt(order: PastOrder): Date {
  const isUndone = order.status === 'failed' || order.status === 'cancelled';
  return isUndone ? lastChange(order) : (paidAt(order) ?? order.createdAt);
}

function reference(order: PastOrder): string {
  return `sim_${order.id}`;
}

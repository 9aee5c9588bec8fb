import type { PaymentsStatus } from '@octo/database/tables.ts';

export type PaymentStatus = PaymentsStatus;

const next: Record<PaymentStatus, readonly PaymentStatus[]> = {
  pending: ['paid', 'failed'],
  paid: ['refunded'],
  failed: [],
  refunded: [],
};

/** Whether a payment may go from one state to another. A step to itself is none. */
export function mayPaymentBecome(from: PaymentStatus, to: PaymentStatus): boolean {
  return next[from].includes(to);
}

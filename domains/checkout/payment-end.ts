import type { PaymentEnd } from '../orders/index.ts';
import type { ChargeResult, FoundCharge } from '../payments/index.ts';

/** What an answer of the rail means for the payment: it is paid, or it failed, with the code of a decline. */
export function paymentEndOf(answer: ChargeResult | FoundCharge, provider: string): PaymentEnd {
  if (answer.status === 'charged') return { status: 'paid', provider, reference: answer.reference };
  if (answer.status === 'declined') return { status: 'failed', provider, declineCode: answer.declineCode };
  return { status: 'failed', provider };
}

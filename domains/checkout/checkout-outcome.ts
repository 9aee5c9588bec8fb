import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Order } from '../orders/index.ts';

/** What a finished checkout answers, also to a repeat with the same key. */
export interface CheckoutResult {
  orderId: number;
  orderNumber: string;
  customerId: number;
  totalCents: number;
  currency: string;
  sessionId: string;
  traceId: string;
}

export type CheckoutOutcome = { status: 200; result: CheckoutResult } | { status: 402; declineCode: string };

/** Every outcome that is kept for repeats; a checkout that could not be carried out has none and frees its key. */
export function outcomeOf(order: Order, declineCode: string | undefined): CheckoutOutcome | undefined {
  if (order.status === 'failed') return declineCode === undefined ? undefined : { status: 402, declineCode };
  const { id: orderId, orderNumber, customerId, totalCents, currency, traceId } = order;
  return {
    status: 200,
    result: { orderId, orderNumber, customerId, totalCents, currency, sessionId: order.sessionId ?? '', traceId },
  };
}

/** The result of a good outcome. Throws Declined for a declined card. */
export function resultOf(outcome: CheckoutOutcome): CheckoutResult {
  if (outcome.status === 200) return outcome.result;
  throw new AppError(
    'Declined',
    `payments.${outcome.declineCode}`,
    'Your card was declined. Nothing was charged, and your cart is as it was.',
    {
      fields: [{ field: 'payment_token', message: 'the card was declined' }],
    },
  );
}

export function processorDown(): AppError {
  return new AppError(
    'Unavailable',
    'payments.processor_down',
    'The card processor is not available. Nothing was charged, and your cart is as it was. Please try again, or pay by bank transfer.',
    {
      retryAfterSeconds: 10,
    },
  );
}

export function stillRunning(): AppError {
  return new AppError(
    'Conflict',
    'checkout.still_running',
    'The first request with this Idempotency-Key is still being worked on. Please ask again in a moment.',
    {
      fields: [{ field: 'Idempotency-Key', message: 'still being worked on' }],
      retryAfterSeconds: 5,
    },
  );
}

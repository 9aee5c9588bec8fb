import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import type { OpenedOrder, Order, PaymentEnd } from '../orders/index.ts';
import { chargeOrder } from '../payments/index.ts';
import { awaitFirst } from './await-first.ts';
import { beginCheckout } from './begin-checkout.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import type { CheckoutInput } from './checkout-input.ts';
import { type CheckoutResult, outcomeOf, processorDown, resultOf } from './checkout-outcome.ts';
import { finishCheckout } from './finish-checkout.ts';
import { paymentEndOf } from './payment-end.ts';

/**
 * Turns a cart into an order: opens it, takes the payment outside of any transaction, then places or fails it.
 * Throws Conflict (empty cart, stock, key reused or still running), Declined, Unavailable (nothing charged, or outcome unknown).
 */
export async function checkOut(ctx: CheckoutCtx, input: CheckoutInput): Promise<CheckoutResult> {
  const token = requireToken(input);
  for (;;) {
    const opened = await beginCheckout(ctx, input);
    if (opened) return await pay(ctx, input, opened, token);
    const outcome = await awaitFirst(ctx, input, input.idempotencyKey ?? '');
    if (outcome) return resultOf(outcome);
  }
}

function requireToken(input: CheckoutInput): string {
  if (input.paymentMethod !== 'credit_card') return '';
  if (input.paymentToken) return input.paymentToken;
  throw faultyField('Invalid', 'checkout.payment_token_missing', 'payment_token', 'Choose a card to pay with.');
}

async function pay(
  ctx: CheckoutCtx,
  input: CheckoutInput,
  opened: OpenedOrder,
  token: string,
): Promise<CheckoutResult> {
  const end =
    input.paymentMethod === 'bank_transfer'
      ? ({ status: 'on_account' } as const)
      : await charge(ctx, input, opened, token);
  const order = await finishCheckout(ctx, { orderId: opened.orderId, end });
  return toResult(order, end);
}

async function charge(ctx: CheckoutCtx, input: CheckoutInput, opened: OpenedOrder, token: string): Promise<PaymentEnd> {
  const request = { orderId: opened.orderId, amountCents: opened.totalCents, currency: input.currency, token };
  return paymentEndOf(await chargeOrder(ctx, request), ctx.rail.provider);
}

function toResult(order: Order, end: PaymentEnd): CheckoutResult {
  const outcome = outcomeOf(order, end.status === 'failed' ? end.declineCode : undefined);
  if (outcome) return resultOf(outcome);
  if (end.status === 'failed') throw processorDown();
  throw new AppError(
    'Unavailable',
    'checkout.not_completed',
    'The order could not be completed in time. Nothing was charged, and your cart is as it was.',
  );
}

import { transact } from '@octo/platform/database/transact.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { takeCart } from '../cart/index.ts';
import { type OpenedOrder, openOrder } from '../orders/index.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import { type CheckoutInput, keyIdOf, requestHashOf } from './checkout-input.ts';
import { stillRunning } from './checkout-outcome.ts';
import { insertKey } from './queries.ts';

/**
 * Transaction 1: takes the key, the lines of the cart and the stock, and opens the order. Undefined when the key is taken:
 * the request is a repeat.
 */
export async function beginCheckout(ctx: CheckoutCtx, input: CheckoutInput): Promise<OpenedOrder | undefined> {
  const orderId = await ctx.ids.next();
  return await transact(ctx, async (ctx) => {
    if (!(await takeKey(ctx, input, orderId))) return undefined;
    const lines = await takeCart(ctx, input);
    return await openOrder(ctx, { ...orderDetails(input), orderId, lines });
  });
}

function orderDetails(input: CheckoutInput) {
  const { shopId, currency, sessionId, customerName, customerEmail, shippingAddress, paymentMethod, notes } = input;
  return { shopId, currency, sessionId, customerName, customerEmail, shippingAddress, paymentMethod, notes };
}

async function takeKey(ctx: CheckoutCtx, input: CheckoutInput, orderId: number): Promise<boolean> {
  if (input.idempotencyKey === undefined) return true;
  const now = ctx.clock.now();
  const id = keyIdOf(input.sessionId, input.idempotencyKey);
  const key = { id, service: 'shop', requestHash: requestHashOf(input), orderId, createdAt: now, updatedAt: now };
  try {
    return await insertKey(ctx.db, key);
  } catch (error) {
    // The first request holds its key in a transaction of its own, and this one waited for it in vain.
    throw error instanceof AppError && error.kind === 'TimedOut' ? stillRunning() : error;
  }
}

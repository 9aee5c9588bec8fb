import { transact } from '@octo/platform/database/transact.ts';
import { returnToCart } from '../cart/index.ts';
import { closePendingOrder, lockOrderForUpdate, type Order, type PaymentEnd } from '../orders/index.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import { outcomeOf } from './checkout-outcome.ts';
import { deleteKeyOfOrder, finishKeyOfOrder } from './queries.ts';

/**
 * Transaction 2: closes the pending order, gives the lines of a failed one back to the cart, and settles what repeats will
 * be told. An order that somebody else closed meanwhile stays as it is. Returns the order as it then is.
 */
export async function finishCheckout(ctx: CheckoutCtx, input: { orderId: number; end: PaymentEnd }): Promise<Order> {
  const { orderId, end } = input;
  return await transact(ctx, async (ctx) => {
    const order = await lockOrderForUpdate(ctx, { orderId });
    if (order.status !== 'pending') return order;
    // The cart before the stock, as transaction 1 takes them: in the opposite order the two would wait for each other.
    if (end.status === 'failed' && order.sessionId) {
      await returnToCart(ctx, { sessionId: order.sessionId, lines: order.lines });
    }
    const closed = await closePendingOrder(ctx, order, end);
    await settleKey(ctx, closed, end.status === 'failed' ? end.declineCode : undefined);
    return closed;
  });
}

async function settleKey(ctx: CheckoutCtx, order: Order, declineCode: string | undefined): Promise<void> {
  const outcome = outcomeOf(order, declineCode);
  if (!outcome) await deleteKeyOfOrder(ctx.db, { orderId: order.id });
  else {
    const answer = { responseStatus: outcome.status, responseBody: JSON.stringify(outcome) };
    await finishKeyOfOrder(ctx.db, { orderId: order.id, ...answer, updatedAt: ctx.clock.now() });
  }
}

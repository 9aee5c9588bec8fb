import { getOrder, type Order, type PaymentEnd } from '../orders/index.ts';
import { settleCharge } from '../payments/index.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import { finishCheckout } from './finish-checkout.ts';
import type { PendingOrder } from './lease-pending-orders.ts';
import { paymentEndOf } from './payment-end.ts';

/**
 * Finishes a checkout that seems to have been left: has the rail settle what became of the charge, then places or fails the
 * order by that alone. Should the checkout be alive after all, it is told the same by the rail.
 */
export async function resolvePendingOrder(ctx: CheckoutCtx, pending: PendingOrder): Promise<Order> {
  const { orderId, method } = pending;
  const end = method === 'bank_transfer' ? ({ status: 'on_account' } as const) : await settle(ctx, orderId);
  return await finishCheckout(ctx, { orderId, end });
}

async function settle(ctx: CheckoutCtx, orderId: number): Promise<PaymentEnd> {
  const { totalCents, currency } = await getOrder(ctx, { orderId });
  const charge = await settleCharge(ctx, { orderId, amountCents: totalCents, currency });
  return paymentEndOf(charge, ctx.rail.provider);
}

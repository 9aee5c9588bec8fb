import type { CheckoutRequest } from '@octo/contracts/checkout.ts';
import { checkOut } from '@octo/domains/checkout';
import type { FastifyRequest } from 'fastify';
import type { Shop } from './context.ts';

/** One checkout of one session, from the API or from the page. Outside production a card that was not chosen is a good one. */
export async function placeOrder(
  shop: Shop,
  request: FastifyRequest,
  order: CheckoutRequest & { session_id: string },
  idempotencyKey: string | undefined,
) {
  const { id: shopId, currency } = shop.watch.storefront();
  const ctx = shop.contextOf(request);
  const result = await checkOut(ctx, {
    shopId,
    currency,
    sessionId: order.session_id,
    customerName: order.customer_name.trim(),
    customerEmail: order.customer_email,
    shippingAddress: order.shipping_address.trim(),
    paymentMethod: order.payment_method,
    paymentToken: order.payment_token ?? (shop.config.isProduction ? undefined : 'tok_accepted'),
    notes: order.notes,
    idempotencyKey,
  });
  shop.outboxBell.ring();
  // A repeat is told what the first request was told, and is no order of its own.
  const { orderId, customerId, traceId } = result;
  const { traceparent } = ctx;
  if (traceId === ctx.traceId) shop.enricher.offer({ orderId, customerId, traceparent, requestId: request.id });
  return result;
}

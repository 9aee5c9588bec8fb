import { type CheckoutRequest, checkOut as checkOutEndpoint } from '@octo/contracts/checkout.ts';
import { checkOut } from '@octo/domains/checkout';
import { route } from '@octo/platform/http/route.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Shop } from '../context.ts';
import { sessionOf } from '../session.ts';

export function checkoutRoutes(app: FastifyInstance, shop: Shop): void {
  route(app, checkOutEndpoint, async ({ body, headers, raw, reply }) => {
    const sessionId = sessionOf(shop, raw, reply, body.session_id);
    const result = await placeOrder(shop, raw, { ...body, session_id: sessionId }, headers['idempotency-key']);
    return {
      status: 'order_placed' as const,
      order_id: result.orderId,
      order_number: result.orderNumber,
      total: dollarsFromCents(result.totalCents),
      currency: result.currency,
      session_id: sessionId,
      trace_id: result.traceId,
    };
  });
}

/** One checkout of one session, from the API or from the page. Outside production a card that was not chosen is a good one. */
export function placeOrder(
  shop: Shop,
  request: FastifyRequest,
  order: CheckoutRequest & { session_id: string },
  idempotencyKey: string | undefined,
) {
  const { id: shopId, currency } = shop.watch.storefront();
  return checkOut(shop.visit(request), {
    shopId,
    currency,
    sessionId: order.session_id,
    customerName: order.customer_name.trim(),
    customerEmail: order.customer_email.trim(),
    shippingAddress: order.shipping_address.trim(),
    paymentMethod: order.payment_method,
    paymentToken: order.payment_token ?? (shop.config.isProduction ? undefined : 'tok_accepted'),
    notes: order.notes,
    idempotencyKey,
  });
}

import { checkOut as checkOutEndpoint } from '@octo/contracts/checkout.ts';
import { route } from '@octo/platform/http/route.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';
import { placeOrder } from '../place-order.ts';
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

// Checkout: from a cart to an order that is paid, or on account, or cleanly undone. Two transactions around the payment,
// a key that makes repeats harmless, and a sweep for what a crash leaves between.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { checkoutsDeclined } from '../metrics.ts';
import { checkOut as out } from './check-out.ts';
import { resolvePendingOrder as resolve } from './resolve-pending-order.ts';

export type { CheckoutCtx } from './checkout-context.ts';

// Polled by the service; finding nothing leaves no span.
export { leasePendingOrders } from './lease-pending-orders.ts';
export { purgeIdempotencyKeys } from './purge-idempotency-keys.ts';

export const { checkOut, resolvePendingOrder } = traced(
  'checkout',
  { checkOut: out, resolvePendingOrder: resolve },
  {
    checkOut: (result) => ({ 'octo.order.id': result.orderId }),
    resolvePendingOrder: (order) => ({ 'octo.order.id': order.id, 'octo.order.status': order.status }),
  },
  { checkOut: { refused: (code) => [[checkoutsDeclined, 1, { 'octo.outcome': code }]] } },
);

// Checkout: from a cart to an order that is paid, or on account, or cleanly undone. Two transactions around the payment,
// a key that makes repeats harmless, and a sweep for what a crash leaves between.
import { businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
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
    checkOut: (result) => ({ [names.orderId]: result.orderId }),
    resolvePendingOrder: (order) => ({ [names.orderId]: order.id, [names.orderStatus]: order.status }),
  },
  { checkOut: { refused: (code) => [[checkoutsDeclined, 1, { [attributeNames.outcome]: code }]] } },
);

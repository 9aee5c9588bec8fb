import type { CheckoutCtx } from '../checkout/index.ts';
import { leasePendingOrders } from '../checkout/lease-pending-orders.ts';
import { resolvePendingOrder } from '../checkout/resolve-pending-order.ts';
import type { Order } from '../orders/index.ts';
import type { PaymentRail } from '../payments/index.ts';
import { assertOutboxIsTrue } from './outbox.ts';
import type { SmallShop } from './small-shop.ts';
import { assertStockIsWhole } from './stock.ts';

export function withRail(ctx: CheckoutCtx, change: Partial<PaymentRail>): CheckoutCtx {
  return { ...ctx, rail: { ...ctx.rail, ...change } };
}

/** Where work waits until it is let through; `reached` resolves when somebody stands before it. */
export function checkpoint() {
  const opened = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const pass = async () => {
    reached.resolve();
    await opened.promise;
  };
  return { pass, open: opened.resolve, reached: reached.promise };
}

/** What the sweeper of a service does in one round. */
export async function sweep(ctx: CheckoutCtx): Promise<Order[]> {
  const finished: Order[] = [];
  for (const pending of await leasePendingOrders(ctx)) finished.push(await resolvePendingOrder(ctx, pending));
  return finished;
}

/** What must hold after whatever happened: no unit lost, no untrue news. */
export async function assertNothingIsLost({ owner }: SmallShop): Promise<void> {
  await assertStockIsWhole(owner);
  await assertOutboxIsTrue(owner);
}

import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import { leasePendingPayments, selectLeasedPayments } from './queries.ts';

const leaseMs = 30_000;

export interface PendingOrder {
  orderId: number;
  method: PaymentMethod;
}

/** Orders that have been pending for longer than a checkout takes, most likely left by a crash. Each goes to one caller. */
export async function leasePendingOrders(ctx: CheckoutCtx): Promise<PendingOrder[]> {
  const now = ctx.clock.now();
  const owner = ctx.ids.event();
  const until = new Date(now.getTime() + leaseMs);
  // A checkout waits for stock and for one answer of the rail.
  const openedBefore = new Date(now.getTime() - 2 * ctx.railTimeoutMs);
  const leased = await leasePendingPayments(ctx.db, { owner, now, until, openedBefore });
  return leased === 0 ? [] : await selectLeasedPayments(ctx.db, { owner });
}

import { leasePendingOrders, purgeIdempotencyKeys, resolvePendingOrder } from '@octo/domains/checkout';
import { every } from '@octo/platform/background/every.ts';
import { traceOfSpan } from '@octo/platform/telemetry/current-trace.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import { inBackgroundSpan } from '@octo/platform/telemetry/in-span.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import type { Shop } from './context.ts';
import { startCrmDispatcher } from './dispatcher.ts';

const hourMs = 60 * 60 * 1000;

/** What a shop does by itself: finishes checkouts that a crash interrupted, tells the CRM, and forgets old idempotency keys. */
export function startBackgroundWork(shop: Shop): AsyncDisposable {
  const note = (error: unknown) =>
    shop.logger.warn(describeFailure(error), 'background work did not succeed and is tried again');
  const sweeper = every(Math.max(250, shop.config.payment.timeoutMs / 5), () => sweep(shop, note), note);
  const purge = async () => void (await withoutSpans(() => purgeIdempotencyKeys(shop.serviceContext('purger'))));
  const purger = every(hourMs, purge, note);
  purge().catch(note);
  const dispatcher = startCrmDispatcher(shop);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all([sweeper, purger, dispatcher].map((work) => work?.[Symbol.asyncDispose]()));
    },
  };
}

async function sweep(shop: Shop, note: (error: unknown) => void): Promise<void> {
  const pending = await withoutSpans(() => leasePendingOrders(shop.serviceContext('sweeper')));
  for (const order of pending) {
    const finished = inBackgroundSpan(
      'sweep pending order',
      async (span) => {
        const { status } = await resolvePendingOrder(shop.serviceContext('sweeper', traceOfSpan(span)), order);
        shop.logger.info({ order_id: order.orderId, order_status: status }, 'finished an interrupted checkout');
      },
      'checkout',
    );
    await finished.catch(note);
  }
}

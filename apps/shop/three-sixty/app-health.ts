import type { ShopView } from '@octo/contracts/observability.ts';
import { countProducts, countUnits } from '@octo/domains/catalog';
import { getOrderTotals } from '@octo/domains/orders';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Shop } from '../context.ts';

/** Every order is read for what they come to. */
const totalsMaxAgeMs = 30_000;

/** Tells what the shop works with; null while the database does not answer. */
export function watchAppHealth(shop: Shop): () => Promise<ShopView['app_health']> {
  const cache = createVersionedCache({ version: () => 0, maxAgeMs: totalsMaxAgeMs, maxEntries: 1 });
  const count = async () => {
    const ctx = shop.serviceContext('observability');
    const { id: shopId, slug, status } = shop.watch.storefront();
    // One after the other: looking must not take the sessions of those who buy.
    const products = await countProducts(ctx, { shopId });
    const units = await countUnits(ctx, { shopId });
    const totals = await getOrderTotals(ctx);
    return {
      storefront: { slug, status },
      entities: { products, units, orders: totals.orders },
      activity: { orders_24h: totals.ordersLastDay, total_revenue: dollarsFromCents(totals.revenueCents) },
    };
  };
  return () => cache.get('health', count).catch(() => null);
}

import { getStorefront, listLocations as listLocationsEndpoint } from '@octo/contracts/shops.ts';
import { countProducts, countUnits, listProducts } from '@octo/domains/catalog';
import { listLocations } from '@octo/domains/shops';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';
import { jsonType, sendReady, toReadyBytes } from '../ready-bytes.ts';
import { toWireLocation, toWireProduct } from '../wire.ts';

const mostProducts = 100;

export function shopRoutes(app: FastifyInstance, shop: Shop): void {
  route(app, getStorefront, async ({ raw, reply }) => {
    const ready = await shop.cache.get('GET storefront', async () => {
      const ctx = shop.contextOf(raw);
      const { id: shopId, slug, name, region, currency, status } = shop.watch.storefront();
      const { products } = await listProducts(ctx, { shopId, order: 'category', limit: mostProducts });
      const body = {
        storefront: { slug, name, region, currency, status },
        categories: shop.watch.categories().map((category) => category.name),
        products: products.map((product) => toWireProduct(product, currency)),
        stats: {
          product_count: await countProducts(ctx, { shopId }),
          inventory_units: await countUnits(ctx, { shopId }),
        },
      };
      return toReadyBytes(JSON.stringify(body), jsonType);
    });
    return sendReady(raw, reply, ready);
  });

  route(app, listLocationsEndpoint, async ({ raw }) => ({
    shops: (await listLocations(shop.contextOf(raw))).map(toWireLocation),
  }));
}

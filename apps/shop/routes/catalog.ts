import {
  getProduct as getProductEndpoint,
  listCategories,
  listProducts as listProductsEndpoint,
} from '@octo/contracts/catalog.ts';
import { getProduct, listProducts } from '@octo/domains/catalog';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';
import { jsonType, sendReady, toReadyBytes } from '../ready-bytes.ts';
import { toWireProduct } from '../wire.ts';

export function catalogRoutes(app: FastifyInstance, shop: Shop): void {
  route(app, listProductsEndpoint, async ({ query, raw, reply }) => {
    const { id: shopId, currency } = shop.watch.storefront();
    const ready = await shop.cache.get(`GET products ${JSON.stringify(query)}`, async () => {
      const { sort_by: order, ...rest } = query;
      const page = await listProducts(shop.contextOf(raw), { ...rest, shopId, order });
      return json({ ...page, products: page.products.map((product) => toWireProduct(product, currency)) });
    });
    return sendReady(raw, reply, ready);
  });

  route(app, getProductEndpoint, async ({ params, raw, reply }) => {
    const { id: shopId, currency } = shop.watch.storefront();
    const ready = await shop.cache.get(`GET product ${params.id}`, async () => {
      return json(toWireProduct(await getProduct(shop.contextOf(raw), { shopId, productId: params.id }), currency));
    });
    return sendReady(raw, reply, ready);
  });

  route(app, listCategories, async () => ({
    categories: shop.watch.categories().map((category) => category.name),
  }));
}

function json(body: unknown) {
  return toReadyBytes(JSON.stringify(body), jsonType);
}

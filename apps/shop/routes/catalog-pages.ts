import { ProductQuery } from '@octo/contracts/catalog.ts';
import { Id } from '@octo/contracts/scalars.ts';
import { countProducts, flagshipsFirst, getProduct, listProducts } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { listLocations } from '@octo/domains/shops';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Shop } from '../context.ts';
import { htmlType, sendReady, toReadyBytes } from '../ready-bytes.ts';
import { cataloguePage } from '../web/catalogue.ts';
import { homePage } from '../web/home.ts';
import { locationsPage } from '../web/locations.ts';
import { productPage } from '../web/product.ts';
import { toWireLocation, toWireProduct } from '../wire.ts';

const featuredProducts = 9;
const relatedProducts = 4;
const pageSize = 24;

/** The pages that every visitor gets alike, drawn once and kept for a moment. */
export function catalogPages(app: FastifyInstance, shop: Shop): void {
  app.get('/', { schema: { hide: true } }, (request, reply) =>
    send(shop, request, reply, 'page home', () => drawHome(shop, request)),
  );

  const catalogue = { schema: { hide: true, querystring: ProductQuery } };
  app.get<{ Querystring: ProductQuery }>('/shop', catalogue, (request, reply) =>
    send(shop, request, reply, `page shop ${JSON.stringify(request.query)}`, () =>
      drawCatalogue(shop, request, request.query),
    ),
  );

  const product = { schema: { hide: true, params: Type.Object({ id: Id }) } };
  app.get<{ Params: { id: number } }>('/products/:id', product, (request, reply) =>
    send(shop, request, reply, `page product ${request.params.id}`, () =>
      drawProduct(shop, request, request.params.id),
    ),
  );

  app.get('/locations', { schema: { hide: true } }, (request, reply) =>
    send(shop, request, reply, 'page locations', async () => {
      const locations = await listLocations(shop.contextOf(request));
      return locationsPage(shop.site(), { locations: locations.map(toWireLocation) });
    }),
  );
}

async function send(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  draw: () => Promise<string>,
): Promise<FastifyReply> {
  const ready = await shop.cache.get(key, async () => toReadyBytes(await draw(), htmlType));
  return sendReady(request, reply, ready);
}

async function drawHome(shop: Shop, request: FastifyRequest): Promise<string> {
  const ctx = shop.contextOf(request);
  const storefront = shop.watch.storefront();
  const { id: shopId, currency } = storefront;
  const { products } = await listProducts(ctx, { shopId, order: 'price_desc', limit: 100 });
  const all = products.map((product) => toWireProduct(product, currency));
  const categories = shop.watch.categories().flatMap((category) => {
    const example = all.find((product) => product.category === category.name);
    return example ? [{ ...category, image_url: example.image_url }] : [];
  });
  const locations = await listLocations(ctx);
  return homePage(shop.site(), {
    storefront,
    featured: flagshipsFirst(all, shop.watch.categories()).slice(0, featuredProducts),
    categories,
    locations: locations.map(toWireLocation),
  });
}

async function drawCatalogue(shop: Shop, request: FastifyRequest, query: ProductQuery): Promise<string> {
  const ctx = shop.contextOf(request);
  const { id: shopId, currency } = shop.watch.storefront();
  const { sort_by: order, limit = pageSize, ...rest } = query;
  const page = await listProducts(ctx, { ...rest, shopId, order, limit });
  const total = await totalOf(shop, ctx, query);
  const products = page.products.map((product) => toWireProduct(product, currency));
  return cataloguePage(shop.site(), { products, total, categories: shop.watch.categories(), query, next: page.next });
}

/** How many there are in all. Without a search the shop knows: counting many thousands costs more than the page. */
async function totalOf(shop: Shop, ctx: Ctx, { search, category }: ProductQuery): Promise<number> {
  if (search !== undefined) return await countProducts(ctx, { shopId: shop.watch.storefront().id, search, category });
  const counts = shop.watch.categories().filter(({ name }) => category === undefined || name === category);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

async function drawProduct(shop: Shop, request: FastifyRequest, productId: number): Promise<string> {
  const ctx = shop.contextOf(request);
  const { id: shopId, currency } = shop.watch.storefront();
  const product = await getProduct(ctx, { shopId, productId });
  const { products } = await listProducts(ctx, { shopId, category: product.category, limit: relatedProducts + 1 });
  const related = products.filter((other) => other.id !== product.id).slice(0, relatedProducts);
  return productPage(shop.site(), {
    product: toWireProduct(product, currency),
    related: related.map((other) => toWireProduct(other, currency)),
  });
}

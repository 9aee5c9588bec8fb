import { getProductBySku } from '@octo/domains/catalog';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { sendEncoded } from '@octo/platform/http/send-encoded.ts';
import { drawProduct } from '@octo/ui/product-pictures/draw-product.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';
import { sendReady, toReadyBytes } from '../ready-bytes.ts';

/** Styles, scripts, fonts and product pictures. */
export function fileRoutes(app: FastifyInstance, shop: Shop): void {
  app.get('/assets/:hash/:name', { schema: { hide: true } }, async (request, reply) => {
    const asset = shop.assets.find(request.url.split('?', 1)[0] ?? '');
    if (!asset) throw new AppError('NotFound', 'http.not_found', 'There is no such file.');
    reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    return sendEncoded(request, reply, asset);
  });

  app.get<{ Params: { file: string } }>(
    '/images/products/:file',
    { schema: { hide: true } },
    async (request, reply) => {
      const [, name] = /^([a-z0-9._-]{2,50})\.svg$/.exec(request.params.file) ?? [];
      if (name === undefined) throw new AppError('NotFound', 'http.not_found', 'There is no such picture.');
      const ready = await shop.cache.get(`picture ${name}`, async () => {
        const product = await getProductBySku(shop.contextOf(request), {
          shopId: shop.watch.storefront().id,
          sku: name,
        });
        return toReadyBytes(drawProduct(product), 'image/svg+xml; charset=utf-8');
      });
      return sendReady(request, reply, ready, 'public, max-age=3600');
    },
  );

  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.redirect(shop.assets.url('icon.svg'), 302),
  );
}

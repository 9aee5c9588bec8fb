import cookie from '@fastify/cookie';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { Problem as ProblemSchema } from '@octo/contracts/problem.ts';
import { createApp } from '@octo/platform/http/create-app.ts';
import { acceptForms } from '@octo/platform/http/forms.ts';
import { serveMetrics } from '@octo/platform/http/metrics-route.ts';
import { serveOpenapi } from '@octo/platform/http/openapi.ts';
import type { Problem } from '@octo/platform/http/problem.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from './context.ts';
import { obeyStorefrontStatus } from './maintenance.ts';
import { cartRoutes } from './routes/cart.ts';
import { cartPages } from './routes/cart-pages.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { catalogPages } from './routes/catalog-pages.ts';
import { checkoutRoutes } from './routes/checkout.ts';
import { checkoutPages } from './routes/checkout-pages.ts';
import { fileRoutes } from './routes/files.ts';
import { integrationRoutes } from './routes/integrations.ts';
import { metaRoutes } from './routes/meta.ts';
import { observabilityRoutes } from './routes/observability.ts';
import { shopRoutes } from './routes/shops.ts';
import { maintenancePage } from './web/maintenance.ts';
import { problemPage } from './web/problem.ts';
import { workflows } from './workflows.ts';

/** The shop over HTTP: its API takes JSON, its pages take forms. */
export async function createShopApp(shop: Shop): Promise<FastifyInstance> {
  const { logger, config } = shop;
  const app = createApp({
    logger,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    workflows,
    rum: config.rum,
    obstacles: shop.obstacles,
    problemPage: (problem) => drawProblem(shop, problem),
  });
  await app.register(cookie, { secret: config.sessionSecret });
  await serveOpenapi(app, {
    title: 'OCTO Drone Shop',
    version: config.service.version,
    description: 'Catalogue, cart and checkout of the storefront.',
    problem: ProblemSchema,
  });
  serveMetrics(app, { ...config, internalKeyHeader });
  obeyStorefrontStatus(app, shop);
  await app.register(async (api) => {
    const routes = [
      metaRoutes,
      catalogRoutes,
      shopRoutes,
      cartRoutes,
      checkoutRoutes,
      integrationRoutes,
      observabilityRoutes,
    ];
    for (const mount of routes) mount(api, shop);
  });
  await app.register(async (pages) => {
    await acceptForms(pages, config.publicUrl);
    for (const mount of [fileRoutes, catalogPages, cartPages, checkoutPages]) mount(pages, shop);
  });
  return app;
}

function drawProblem(shop: Shop, problem: Problem): string {
  const { status, title, message, trace_id: traceId, errors } = problem;
  if (problem.code === 'shops.maintenance')
    return maintenancePage(shop.site(), { storefront: shop.watch.storefront(), traceId });
  return problemPage(shop.site(), { status, title, message, traceId, errors });
}

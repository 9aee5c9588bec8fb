import cookie from '@fastify/cookie';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { Problem as ProblemSchema } from '@octo/contracts/problem.ts';
import { createApp } from '@octo/platform/http/create-app.ts';
import { serveMetrics } from '@octo/platform/http/metrics-route.ts';
import { serveOpenapi } from '@octo/platform/http/openapi.ts';
import { loadPages } from '@octo/platform/http/pages/load-pages.ts';
import { pageRoutes } from '@octo/platform/http/pages/page-routes.ts';
import { render } from '@octo/ui/html.ts';
import { rumMeta } from '@octo/ui/rum/meta.ts';
import type { FastifyInstance } from 'fastify';
import type { Crm } from './context.ts';
import { adminRoutes } from './routes/admin.ts';
import { authRoutes } from './routes/auth.ts';
import { customerRoutes } from './routes/customers.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { enrichmentRoutes } from './routes/enrichment.ts';
import { integrationRoutes } from './routes/integrations.ts';
import { metaRoutes } from './routes/meta.ts';
import { orderStepRoutes } from './routes/order-steps.ts';
import { orderRoutes } from './routes/orders.ts';
import { productRoutes } from './routes/products.ts';
import { shopRoutes } from './routes/shops.ts';
import { simulationRoutes } from './routes/simulation.ts';
import { stockRoutes } from './routes/stock.ts';
import { syncRoutes } from './routes/sync.ts';
import { threeSixtyRoutes } from './routes/three-sixty.ts';
import { workflowRoutes } from './routes/workflows.ts';
import { xrayRoutes } from './routes/xray.ts';
import { pagePaths } from './web/paths.ts';
import { workflows } from './workflows.ts';

/** The CRM over HTTP: a JSON API, and the pages that draw it. */
export async function createCrmApp(crm: Crm): Promise<FastifyInstance> {
  const { logger, config } = crm;
  const { rum, pagesDir } = config;
  const head = render(rumMeta(rum));
  const pages = pagesDir === undefined ? undefined : await loadPages(pagesDir, { rum, head });
  const app = createApp({
    logger,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    workflows,
    rum: config.rum,
    obstacles: crm.obstacles,
    // The pages themselves say that there is no such page.
    problemPage: (problem, _request, reply) => (problem.status === 404 ? pages?.draw(reply) : undefined),
  });
  await app.register(cookie);
  await serveOpenapi(app, {
    title: 'OCTO Enterprise CRM',
    version: config.service.version,
    description:
      'The operations control plane: orders, catalogue, storefronts, customers and the corridor to the shop.',
    problem: ProblemSchema,
  });
  serveMetrics(app, { ...config, internalKeyHeader });
  await app.register(async (api) => {
    const routes = [
      metaRoutes,
      authRoutes,
      adminRoutes,
      dashboardRoutes,
      orderRoutes,
      orderStepRoutes,
      customerRoutes,
      enrichmentRoutes,
      integrationRoutes,
      syncRoutes,
      productRoutes,
      stockRoutes,
      shopRoutes,
      workflowRoutes,
      xrayRoutes,
      threeSixtyRoutes,
      simulationRoutes,
    ];
    for (const mountRoutes of routes) mountRoutes(api, crm);
    if (pages) pageRoutes(api, pages, pagePaths);
  });
  return app;
}

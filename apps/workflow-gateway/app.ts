import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { Problem as ProblemSchema } from '@octo/contracts/problem.ts';
import { createApp } from '@octo/platform/http/create-app.ts';
import { serveMetrics } from '@octo/platform/http/metrics-route.ts';
import { serveOpenapi } from '@octo/platform/http/openapi.ts';
import type { FastifyInstance } from 'fastify';
import type { Gateway } from './context.ts';
import { metaRoutes } from './routes/meta.ts';
import { queryLabRoutes } from './routes/query-lab.ts';
import { workflowRoutes } from './routes/workflows.ts';
import { workflows } from './workflows.ts';

/** The workflow gateway over HTTP: a JSON API for our services and for operators, and nothing for anybody else. */
export async function createGatewayApp(gateway: Gateway): Promise<FastifyInstance> {
  const { logger, config } = gateway;
  // It is reached by our services, and by no browser.
  const publicUrl = undefined;
  const app = createApp({ logger, publicUrl, trustedProxies: config.trustedProxies, workflows });
  await serveOpenapi(app, {
    title: 'OCTO Workflow Gateway',
    version: config.service.version,
    description: 'The query lab, the sweeps over all components, and what they found.',
    problem: ProblemSchema,
  });
  serveMetrics(app, { ...config, publicUrl, internalKeyHeader });
  await app.register(async (api) => {
    for (const mountRoutes of [metaRoutes, queryLabRoutes, workflowRoutes]) mountRoutes(api, gateway);
  });
  return app;
}

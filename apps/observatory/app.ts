import cookie from '@fastify/cookie';
import { Problem as ProblemSchema } from '@octo/contracts/problem.ts';
import { createApp } from '@octo/platform/http/create-app.ts';
import { mountMetrics } from '@octo/platform/http/metrics-route.ts';
import { serveOpenapi } from '@octo/platform/http/openapi.ts';
import { loadPages } from '@octo/platform/http/pages/load-pages.ts';
import { pageRoutes } from '@octo/platform/http/pages/page-routes.ts';
import type { FastifyInstance } from 'fastify';
import { guard } from './access/guard.ts';
import type { Observatory } from './context.ts';
import { dropEmptyQueries } from './empty-queries.ts';
import { alarmRoutes } from './routes/alarms.ts';
import { browserRoutes } from './routes/browser.ts';
import { browserIntakeRoutes } from './routes/browser-intake.ts';
import { databaseRoutes } from './routes/database.ts';
import { intakeRoutes } from './routes/intake.ts';
import { logRoutes } from './routes/logs.ts';
import { metaRoutes } from './routes/meta.ts';
import { metricRoutes } from './routes/metrics.ts';
import { overviewRoutes } from './routes/overview.ts';
import { searchRoutes } from './routes/searches.ts';
import { serviceRoutes } from './routes/services.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { sloRoutes } from './routes/slos.ts';
import { statementRunRoutes } from './routes/statement-runs.ts';
import { statusRoutes } from './routes/status.ts';
import { topologyRoutes } from './routes/topology.ts';
import { traceRoutes } from './routes/traces.ts';
import { pagePaths } from './web/paths.ts';

/** The observatory over HTTP: where OTLP goes in, and a JSON API and pages where it comes out. */
export async function createObservatoryApp(observatory: Observatory): Promise<FastifyInstance> {
  const { logger, config } = observatory;
  const pages = config.pagesDir === undefined ? undefined : await loadPages(config.pagesDir);
  const app = createApp({
    logger,
    publicUrl: undefined,
    trustedProxies: config.trustedProxies,
    // The pages themselves say that there is no such page.
    problemPage: (problem, _request, reply) => (problem.status === 404 ? pages?.draw(reply) : undefined),
  });
  await app.register(cookie);
  guard(app, observatory);
  mountMetrics(app, { drawPage: pages?.draw });
  await serveOpenapi(app, {
    title: 'OCTO Observatory',
    version: config.service.version,
    description: 'Traces, logs and metrics: OTLP in at /v1/traces, /v1/logs and /v1/metrics, JSON out.',
    problem: ProblemSchema,
  });
  await app.register(async (api) => {
    dropEmptyQueries(api);
    const routes = [
      metaRoutes,
      traceRoutes,
      browserRoutes,
      searchRoutes,
      topologyRoutes,
      logRoutes,
      serviceRoutes,
      metricRoutes,
      overviewRoutes,
      alarmRoutes,
      sloRoutes,
      statusRoutes,
      databaseRoutes,
      statementRunRoutes,
    ];
    for (const mountRoutes of [...routes, intakeRoutes, browserIntakeRoutes, signInRoutes])
      mountRoutes(api, observatory);
    // The page of the metrics has the address of the numbers of this process.
    if (pages)
      pageRoutes(
        api,
        pages,
        pagePaths.filter((path) => path !== '/metrics'),
      );
  });
  return app;
}

/** OTLP alone, for the port where exporters look by default. */
export async function createIntakeApp(observatory: Observatory): Promise<FastifyInstance> {
  const { logger, config } = observatory;
  const app = createApp({ logger, publicUrl: undefined, trustedProxies: config.trustedProxies });
  await app.register(cookie);
  guard(app, observatory);
  await app.register(async (intake) => {
    metaRoutes(intake, observatory);
    intakeRoutes(intake, observatory);
  });
  return app;
}

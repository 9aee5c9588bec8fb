import { getHealth, getReadiness, getVersion } from '@octo/contracts/meta.ts';
import { databaseType } from '@octo/platform/database/address.ts';
import { errorCode } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { FastifyInstance } from 'fastify';
import type { Shop } from '../context.ts';

/** Alive, ready, and which build. */
export function metaRoutes(app: FastifyInstance, shop: Shop): void {
  const { service, environment, database } = shop.config;
  const always = {
    db_type: databaseType(database.address),
    workflow_gateway_configured: shop.gateway.isConfigured,
  };

  route(app, getHealth, async () => ({ status: 'ok' as const, service: service.name }));

  route(app, getReadiness, async ({ reply }) => {
    try {
      await shop.watch.refresh();
      shop.watch.storefront();
      return { ready: true as const, database: 'connected' as const, ...always };
    } catch (error) {
      shop.logger.warn(describeFailure(error), 'not ready');
      reply.code(503);
      return { ready: false as const, database: 'disconnected' as const, reason: errorCode(error), ...always };
    }
  });

  route(app, getVersion, async () => ({
    service: service.name,
    version: service.version,
    git_sha: service.gitSha,
    environment,
  }));
}

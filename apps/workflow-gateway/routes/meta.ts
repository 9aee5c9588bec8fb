import { getHealth, getReadiness, getVersion } from '@octo/contracts/meta.ts';
import { pingDatabase } from '@octo/domains/workflows';
import { databaseType } from '@octo/platform/database/address.ts';
import { errorCode } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { FastifyInstance } from 'fastify';
import { mount } from '../access.ts';
import type { Gateway } from '../context.ts';

/** Alive, ready, which build, and where to read on. */
export function metaRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { service, environment, database } = gateway.config;
  const dbType = databaseType(database.address);

  // Whoever follows the printed address finds what there is; it has no pages.
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/openapi.json', 303));

  mount(app, gateway, { ...getHealth, access: 'public' }, async () => ({
    status: 'ok' as const,
    service: service.name,
  }));

  mount(app, gateway, { ...getReadiness, access: 'public' }, async ({ reply }) => {
    try {
      await pingDatabase(gateway.serviceContext('readiness'));
      return { ready: true as const, database: 'connected' as const, db_type: dbType };
    } catch (error) {
      gateway.logger.warn(describeFailure(error), 'not ready');
      reply.code(503);
      return { ready: false as const, database: 'disconnected' as const, reason: errorCode(error), db_type: dbType };
    }
  });

  mount(app, gateway, { ...getVersion, access: 'workflows.read' }, async () => ({
    service: service.name,
    version: service.version,
    git_sha: service.gitSha,
    environment,
  }));
}

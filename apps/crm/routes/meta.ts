import { getHealth, getReadiness, getVersion } from '@octo/contracts/meta.ts';
import { getCatalogVersion } from '@octo/domains/catalog';
import { databaseType } from '@octo/platform/database/address.ts';
import { errorCode } from '@octo/platform/errors/app-error.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { FastifyInstance } from 'fastify';
import { mount } from '../access.ts';
import type { Crm } from '../context.ts';

/** Alive, ready, and which build. */
export function metaRoutes(app: FastifyInstance, crm: Crm): void {
  const { service, environment, database } = crm.config;
  const dbType = databaseType(database.address);

  mount(app, crm, { ...getHealth, access: 'public' }, async () => ({ status: 'ok' as const, service: service.name }));

  mount(app, crm, { ...getReadiness, access: 'public' }, async ({ reply }) => {
    try {
      await getCatalogVersion(crm.serviceContext('readiness'));
      return { ready: true as const, database: 'connected' as const, db_type: dbType };
    } catch (error) {
      crm.logger.warn(describeFailure(error), 'not ready');
      reply.code(503);
      return { ready: false as const, database: 'disconnected' as const, reason: errorCode(error), db_type: dbType };
    }
  });

  mount(app, crm, { ...getVersion, access: 'signed-in' }, async () => ({
    service: service.name,
    version: service.version,
    git_sha: service.gitSha,
    environment,
  }));
}

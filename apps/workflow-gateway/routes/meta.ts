import { getHealth, getReadiness, getVersion } from '@octo/contracts/meta.ts';
import { pingDatabase } from '@octo/domains/workflows';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { FastifyInstance } from 'fastify';
import { mount } from '../access.ts';
import type { Gateway } from '../context.ts';

/** Alive, ready, and which build. */
export function metaRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { service, environment } = gateway.config;

  mount(app, gateway, { ...getHealth, access: 'public' }, async () => ({
    status: 'ok' as const,
    service: service.name,
  }));

  mount(app, gateway, { ...getReadiness, access: 'public' }, async ({ reply }) => {
    try {
      await pingDatabase(gateway.serviceContext('readiness'));
      return { ready: true as const, database: 'connected' as const, db_type: 'postgresql' };
    } catch (error) {
      gateway.logger.warn(describeFailure(error), 'not ready');
      reply.code(503);
      return { ready: false as const, database: 'disconnected' as const, db_type: 'postgresql' };
    }
  });

  mount(app, gateway, { ...getVersion, access: 'workflows.read' }, async () => ({
    service: service.name,
    version: service.version,
    git_sha: service.gitSha,
    environment,
  }));
}

import { getHealth } from '@octo/contracts/meta.ts';
import { getReadiness } from '@octo/contracts/observatory-status.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';

/** Alive, and ready. */
export function metaRoutes(app: FastifyInstance, { config }: Observatory): void {
  route(app, getHealth, async () => ({ status: 'ok' as const, service: config.service.name }));
  route(app, getReadiness, async () => ({ ready: true as const }));
}

import { listMetrics, listServices } from '@octo/contracts/observatory-services.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';

const windowMinutes = 60;
const pageSize = 500;

export function serviceRoutes(app: FastifyInstance, { store, clock }: Observatory): void {
  route(app, listServices, async ({ query: { minutes = windowMinutes } }) => {
    const services = store.read((readers) => readers.services.list(minutes, clock.now().getTime()));
    return { windowMinutes: minutes, services };
  });

  route(app, listMetrics, async ({ query: { service, name, limit = pageSize } }) => ({
    metrics: store.read(({ metrics }) => metrics.list({ service, name }, limit)),
  }));
}

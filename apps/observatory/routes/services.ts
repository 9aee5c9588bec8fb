import { listServices } from '@octo/contracts/observatory-services.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';

const windowMinutes = 60;

export function serviceRoutes(app: FastifyInstance, { store, clock }: Observatory): void {
  route(app, listServices, async ({ query: { minutes = windowMinutes } }) => {
    const services = await store.read((readers) => readers.services.list(minutes, clock.now().getTime()));
    return { windowMinutes: minutes, services };
  });
}

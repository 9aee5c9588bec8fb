import { getTopology } from '@octo/contracts/observatory-topology.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';

const windowMinutes = 15;

export function topologyRoutes(app: FastifyInstance, { store, clock }: Observatory): void {
  route(app, getTopology, async ({ query: { minutes = windowMinutes } }) => ({
    windowMinutes: minutes,
    ...store.read(({ topology }) => topology.read(minutes, clock.now().getTime())),
  }));
}

import { getTopology } from '@octo/contracts/observatory-topology.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { ownAddress } from '../own-address.ts';

const windowMinutes = 15;

export function topologyRoutes(app: FastifyInstance, observatory: Observatory): void {
  const { store, clock } = observatory;
  route(app, getTopology, async ({ query: { minutes = windowMinutes } }) => ({
    windowMinutes: minutes,
    ...store.read(({ topology }) => topology.read(minutes, clock.now().getTime(), ownAddress(observatory))),
  }));
}

import { listSlos } from '@octo/contracts/observatory-slos.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { measuredMs, sloStatuses } from '../slos/slo-status.ts';

export function sloRoutes(app: FastifyInstance, observatory: Observatory): void {
  route(app, listSlos, async () => ({ measuredHours: measuredMs / 3_600_000, slos: await sloStatuses(observatory) }));
}

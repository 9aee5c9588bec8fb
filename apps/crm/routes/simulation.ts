import * as endpoints from '@octo/contracts/crm/simulation.ts';
import type { Ctx } from '@octo/domains/context';
import { allFaults, applyFault, clearFault, listActiveFaults } from '@octo/domains/simulation';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireFault } from '../wire/fault.ts';

const usualSeconds = 120;

/** What operators break on purpose, where that is allowed at all. */
export function simulationRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, endpoints.listFaults, async ({ raw }) => {
    const active = await listActiveFaults(chaosContextOf(crm, raw));
    const applied = (id: string) => active.find(({ fault }) => fault.id === id);
    return { faults: allFaults.map((fault) => toWireFault(fault, applied(fault.id))) };
  });

  mount(app, crm, endpoints.applyFault, async ({ body, raw, reply }) => {
    const { fault_id: faultId, for_seconds: forSeconds = usualSeconds } = body;
    const active = await applyFault(chaosContextOf(crm, raw), { faultId, forSeconds });
    reply.code(201);
    return { fault: toWireFault(active.fault, active) };
  });

  mount(app, crm, endpoints.clearFault, async ({ params, raw }) => {
    await clearFault(chaosContextOf(crm, raw), { faultId: params.fault_id });
    return { status: 'cleared' as const, fault_id: params.fault_id };
  });
}

function chaosContextOf(crm: Crm, request: FastifyRequest): Ctx {
  if (crm.config.isChaosEnabled) return contextOf(crm, request);
  const message = 'Nothing can be broken on purpose here. Start the services with CHAOS_ENABLED=true to allow it.';
  throw new AppError('NotFound', 'simulation.switched_off', message);
}

import * as contract from '@octo/contracts/crm/three-sixty.ts';
import type { Ctx } from '@octo/domains/context';
import { firewallOf } from '@octo/platform/http/portrait/correlation.ts';
import { circuitsOf } from '@octo/platform/http/portrait/peer.ts';
import { viewFor } from '@octo/platform/http/portrait/view.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { createLook, type Look } from '../three-sixty/look.ts';

/** The CRM as it sees itself, whole and in parts. */
export function threeSixtyRoutes(app: FastifyInstance, crm: Crm): void {
  const look = createLook(crm);
  const view = <Parts extends object>(request: FastifyRequest, of: (ctx: Ctx) => Promise<Parts>) =>
    viewFor(request, crm.config, () => of(contextOf(crm, request)));

  mount(app, crm, contract.getCrmView, ({ raw }) =>
    view(raw, async (ctx) => {
      const [stored, pillars, integration_health, shop] = await Promise.all([
        fromDatabase(look, ctx, raw),
        look.pillars(ctx),
        look.integration_health(ctx),
        look.shop(ctx),
      ]);
      return { ...stored, pillars, integration_health, shop, circuit_breakers: circuitsOf(crm.circuits) };
    }),
  );

  mount(app, crm, contract.getAppHealth, ({ raw }) =>
    view(raw, async (ctx) => ({ app_health: await look.app_health(ctx) })),
  );
  mount(app, crm, contract.getDatabaseHealth, ({ raw }) =>
    view(raw, async (ctx) => ({ db_health: await look.db_health(ctx) })),
  );
  mount(app, crm, contract.getSyncHealth, ({ raw }) =>
    view(raw, async (ctx) => ({ order_sync: await look.order_sync(ctx) })),
  );
  mount(app, crm, contract.getIntegrationHealth, ({ raw }) =>
    view(raw, async (ctx) => ({ integration_health: await look.integration_health(ctx) })),
  );
  mount(app, crm, contract.getSecurityHealth, ({ raw }) =>
    view(raw, async (ctx) => ({ security: await securityOf(look, ctx, raw) })),
  );
}

/** One after the other: looking must not take the sessions of those who work. */
async function fromDatabase(look: Look, ctx: Ctx, request: FastifyRequest) {
  return {
    db_health: await look.db_health(ctx),
    app_health: await look.app_health(ctx),
    order_sync: await look.order_sync(ctx),
    security: await securityOf(look, ctx, request),
  };
}

async function securityOf(look: Look, ctx: Ctx, request: FastifyRequest) {
  return { ...(await look.trail(ctx)), waf: firewallOf(request) };
}

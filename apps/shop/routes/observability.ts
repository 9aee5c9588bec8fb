import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import * as contract from '@octo/contracts/observability.ts';
import { requireInternalKey } from '@octo/platform/http/internal-key.ts';
import { firewallOf } from '@octo/platform/http/portrait/correlation.ts';
import { circuitsOf } from '@octo/platform/http/portrait/peer.ts';
import { viewFor } from '@octo/platform/http/portrait/view.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Shop } from '../context.ts';
import { createLook } from '../three-sixty/look.ts';

/** The shop as it sees itself, for our other services alone. */
export function observabilityRoutes(app: FastifyInstance, shop: Shop): void {
  const admit = async (request: FastifyRequest) =>
    requireInternalKey(request, internalKeyHeader, shop.config.internalKeys);
  const look = createLook(shop);
  const view = <Parts extends object>(request: FastifyRequest, of: () => Promise<Parts>) =>
    viewFor(request, shop.config, of);

  route(
    app,
    contract.getShopView,
    ({ raw }) =>
      view(raw, async () => {
        const [pillars, app_health, db_health, integration_health] = await Promise.all([
          look.pillars(),
          look.app_health(),
          look.db_health(),
          look.integration_health(),
        ]);
        const circuit_breakers = circuitsOf(shop.circuits);
        return { pillars, app_health, db_health, integration_health, circuit_breakers, security: securityOf(raw) };
      }),
    admit,
  );
  route(
    app,
    contract.getShopAppHealth,
    ({ raw }) => view(raw, async () => ({ app_health: await look.app_health() })),
    admit,
  );
  route(
    app,
    contract.getShopDatabaseHealth,
    ({ raw }) => view(raw, async () => ({ db_health: await look.db_health() })),
    admit,
  );
  route(app, contract.getShopSecurity, ({ raw }) => view(raw, async () => ({ security: securityOf(raw) })), admit);
}

/** The shop writes the audit and may not read it. */
function securityOf(request: FastifyRequest) {
  return { audit: null, security_events: null, waf: firewallOf(request) };
}

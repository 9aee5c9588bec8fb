import { describeIntegrations } from '@octo/contracts/integration-schema.ts';
import {
  getCustomerEnrichment,
  getIntegrationSchema,
  getWorkflowGateway,
  internalKeyHeader,
  receiveEvent,
} from '@octo/contracts/integrations.ts';
import { serviceActor } from '@octo/platform/context/context.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import { requireInternalKey } from '@octo/platform/http/internal-key.ts';
import { traceOf } from '@octo/platform/http/request-span.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Shop } from '../context.ts';
import { receive } from '../receive.ts';

/** For our other services alone: who does not bring the key is refused before anything of the request is read. */
export function integrationRoutes(app: FastifyInstance, shop: Shop): void {
  const admit = async (request: FastifyRequest) =>
    requireInternalKey(request, internalKeyHeader, shop.config.internalKeys);
  const schema = describeIntegrations('shop', { title: 'OCTO Drone Shop', version: shop.config.service.version });

  route(
    app,
    receiveEvent,
    async ({ body, raw }) => {
      const actor = { ...serviceActor('crm'), address: callerAddress(raw) };
      return { status: await receive({ ...shop.serviceContext('crm', traceOf(raw)), actor }, body) };
    },
    admit,
  );

  route(
    app,
    getCustomerEnrichment,
    async ({ query }) => {
      const { customer_id: customerId } = query;
      const profile = await shop.profiles.get(customerId);
      return {
        customer_id: customerId,
        crm_profile: profile,
        source: 'enterprise-crm' as const,
        enriched: true as const,
      };
    },
    admit,
  );

  route(app, getWorkflowGateway, async () => shop.gateway.state(), admit);
  route(app, getIntegrationSchema, async () => schema, admit);
}

import { getGatewayAtShop } from '@octo/contracts/crm/platform.ts';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { workflowEndpoints } from '@octo/contracts/workflows.ts';
import type { CallInput } from '@octo/platform/http/client.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { createGateway } from '../gateway.ts';
import { gatewayAtShop } from '../gateway-at-shop.ts';

/** What the workflow gateway serves, handed on to whoever may have it, and how the shop finds that gateway. */
export function workflowRoutes(app: FastifyInstance, crm: Crm): void {
  const gateway = createGateway(crm);
  const endpoints: readonly GuardedEndpoint[] = workflowEndpoints;
  for (const endpoint of endpoints)
    mount(app, crm, endpoint, async ({ raw }) => gateway.ask(endpoint, inputOf(raw), contextOf(crm, raw).actor));

  const askShop = gatewayAtShop(crm);
  mount(app, crm, getGatewayAtShop, async () => askShop());
}

/** What was checked against the endpoint's contract, whose paths and queries hold texts and numbers alone. */
function inputOf({ params, query, body }: FastifyRequest): CallInput {
  return { params, query, body: body ?? undefined } as CallInput;
}

import { type GatewayState, getWorkflowGateway, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { createClient } from '@octo/platform/http/client.ts';
import type { Crm } from './context.ts';

/** Nobody waits long to hear that the shop does not answer. */
const timeoutMs = 5000;

/** Asks the shop how it finds the workflow gateway. Throws Unavailable while the shop cannot be asked. */
export function gatewayAtShop({ config, circuits }: Pick<Crm, 'config' | 'circuits'>): () => Promise<GatewayState> {
  const { shopUrl: baseUrl, internalKeys } = config;
  if (baseUrl === undefined) return () => Promise.reject(shopAway());
  const client = createClient({ baseUrl, headers: { [internalKeyHeader]: internalKeys[0] }, timeoutMs });
  circuits.set('shop, its gateway', client.circuit);
  return async () => {
    const result = await client.call(getWorkflowGateway, {});
    if (result.ok) return result.body;
    throw shopAway();
  };
}

function shopAway(): AppError {
  const message = 'The shop cannot be asked at the moment.';
  return new AppError('Unavailable', 'workflows.shop_away', message, { retryAfterSeconds: 5 });
}

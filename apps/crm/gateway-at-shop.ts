import { type GatewayState, getWorkflowGateway, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { createClient } from '@octo/platform/http/client.ts';
import type { CrmConfig } from './config.ts';

/** Nobody waits long to hear that the shop does not answer. */
const timeoutMs = 5000;

/** Asks the shop how it finds the workflow gateway. Throws Unavailable while the shop cannot be asked. */
export function gatewayAtShop({ shopUrl: baseUrl, internalKeys }: CrmConfig): () => Promise<GatewayState> {
  if (baseUrl === undefined) return () => Promise.reject(shopAway());
  const client = createClient({ baseUrl, headers: { [internalKeyHeader]: internalKeys[0] }, timeoutMs });
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

import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { type Client, createClient } from '@octo/platform/http/client.ts';
import type { ShopConfig } from './config.ts';

/**
 * How the shop calls the CRM; undefined when it does not know where that is. Each use has a client of its own, so that trouble
 * with one kind of call does not keep the others from being made.
 */
export function createCrmClient(
  { crmUrl, internalKeys }: Pick<ShopConfig, 'crmUrl' | 'internalKeys'>,
  timeoutMs = 5000,
): Client | undefined {
  if (crmUrl === undefined) return undefined;
  return createClient({ baseUrl: crmUrl, headers: { [internalKeyHeader]: internalKeys[0] }, timeoutMs });
}

import { type Enrichment, getEnrichment } from '@octo/contracts/integrations.ts';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Client } from '@octo/platform/http/client.ts';

/** What the CRM knows of those who buy here. */
export interface CustomerProfiles {
  /** Up to a minute old. Throws NotFound, and Unavailable while the CRM cannot be asked. */
  get(customerId: number): Promise<Enrichment>;
  /** Whether it is no use asking: nobody said where the CRM is, or it failed too often just now. */
  isAway(): boolean;
}

const maxAgeMs = 60_000;

export function createCustomerProfiles(client: Client | undefined): CustomerProfiles {
  const cache = createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 1000 });
  return {
    get: (customerId) => cache.get(`customer ${customerId}`, () => ask(client, customerId)),
    isAway: () => client === undefined || client.circuit() === 'open',
  };
}

async function ask(client: Client | undefined, customerId: number): Promise<Enrichment> {
  if (!client) throw crmAway();
  const result = await client.call(getEnrichment, { query: { customer_id: customerId } });
  if (result.ok) return result.body;
  const { failure } = result;
  if (failure.reason === 'status' && failure.code === 'customers.not_found')
    throw new AppError('NotFound', 'customers.not_found', 'This customer does not exist.');
  throw crmAway();
}

function crmAway(): AppError {
  const message = 'The CRM cannot be asked at the moment. Please try again later.';
  return new AppError('Unavailable', 'customers.crm_unavailable', message, { retryAfterSeconds: 5 });
}

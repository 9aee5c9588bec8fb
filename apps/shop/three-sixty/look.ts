import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getReadiness } from '@octo/contracts/meta.ts';
import type { ShopView } from '@octo/contracts/observability.ts';
import { getCatalogVersion } from '@octo/domains/catalog';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import { databaseType } from '@octo/platform/database/address.ts';
import { type Client, createClient } from '@octo/platform/http/client.ts';
import { databaseState } from '@octo/platform/http/portrait/database.ts';
import { peerState } from '@octo/platform/http/portrait/peer.ts';
import { notConfigured, pillarsOf } from '@octo/platform/http/portrait/pillars.ts';
import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import type { ShopConfig } from '../config.ts';
import type { Shop } from '../context.ts';
import { createCrmClient } from '../crm-client.ts';
import { watchAppHealth } from './app-health.ts';

type Part = 'pillars' | 'app_health' | 'db_health' | 'integration_health';

/** The parts of the view, each looked at when it is asked for. */
export type Look = { [P in Part]: () => Promise<ShopView[P]> };

/** Whoever asks again within that is told what was seen: looking often must not be work for anybody. */
const maxAgeMs = 5000;
/** Asked twice, a neighbour that hangs must not keep the CRM waiting, which gives us a second. */
const timeoutMs = 400;

export function createLook(shop: Shop): Look {
  const { config, circuits } = shop;
  const crm = createCrmClient(config, timeoutMs);
  const gateway = createGatewayClient(config);
  if (crm) circuits.set('CRM, its state', crm.circuit);
  if (gateway) circuits.set('workflow gateway, its state', gateway.circuit);
  const cache = createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 20 });
  const appHealth = watchAppHealth(shop);
  const peers = () =>
    cache.get('peers', () =>
      Promise.all([peerState('CRM', crm, getReadiness), peerState('workflow gateway', gateway, getReadiness)]),
    );
  const reading = () => cache.get('reading', async () => await readMetrics());
  return {
    integration_health: peers,
    app_health: () => cache.get('app_health', appHealth),
    db_health: () =>
      cache.get('db_health', async () =>
        databaseState({
          target: databaseType(config.database.address),
          ask: () => getCatalogVersion(shop.serviceContext('observability')),
          reading: await reading(),
        }),
      ),
    pillars: () =>
      cache.get('pillars', async () => {
        const [, gatewayState] = await peers();
        return pillarsOf({
          reading: await reading(),
          hasRum: config.rum !== undefined,
          // Who watches the database is known to the CRM, and where people look at all this to its staff.
          insight: notConfigured,
          consoles: {},
          gateway: gatewayState,
        });
      }),
  };
}

function createGatewayClient({ gatewayUrl: baseUrl, internalKeys }: ShopConfig): Client | undefined {
  if (baseUrl === undefined) return undefined;
  return createClient({ baseUrl, headers: { [internalKeyHeader]: internalKeys[0] }, timeoutMs });
}

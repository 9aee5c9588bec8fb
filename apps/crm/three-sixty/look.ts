import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import type { SecurityHealth } from '@octo/contracts/observability.ts';
import { getCatalogVersion } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { countTrail } from '@octo/domains/security';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import { databaseType } from '@octo/platform/database/address.ts';
import { databaseState } from '@octo/platform/http/portrait/database.ts';
import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import type { Crm } from '../context.ts';
import { readAppHealth } from './app-health.ts';
import { watchNeighbours } from './neighbours.ts';
import { readOrderSync } from './order-sync.ts';
import { readPillars } from './pillars.ts';

type Part = 'pillars' | 'app_health' | 'db_health' | 'order_sync' | 'integration_health' | 'shop';

/** The parts of the view, each looked at when it is asked for. */
export type Look = { [P in Part]: (ctx: Ctx) => Promise<CrmView[P]> } & {
  trail(ctx: Ctx): Promise<Pick<SecurityHealth, 'audit' | 'security_events'>>;
};

/** Whoever asks again within that is told what was seen: looking often must not be work for anybody. */
const maxAgeMs = 5000;

export function createLook(crm: Crm): Look {
  const neighbours = watchNeighbours(crm);
  const cache = createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 20 });
  const peers = () => cache.get('peers', neighbours.peers);
  const reading = () => cache.get('reading', async () => await readMetrics());
  return {
    app_health: (ctx) => cache.get('app_health', () => readAppHealth(crm, ctx)),
    order_sync: (ctx) => cache.get('order_sync', () => readOrderSync(ctx, crm.config.shopUrl !== undefined)),
    integration_health: peers,
    shop: () => cache.get('shop', neighbours.shop),
    db_health: (ctx) =>
      cache.get('db_health', async () =>
        databaseState({
          target: databaseType(crm.config.database.address),
          ask: () => getCatalogVersion(ctx),
          reading: await reading(),
        }),
      ),
    pillars: () =>
      cache.get('pillars', async () => {
        const seen = await reading();
        const [, gateway] = await peers();
        return await readPillars(crm, { gateway, reading: seen });
      }),
    trail: (ctx) => cache.get('trail', () => readTrail(crm, ctx)),
  };
}

/** Counted once in half a minute, for every row is counted. */
async function readTrail(crm: Crm, ctx: Ctx) {
  const counts = await crm.cache.get('security.trail', () => countTrail(ctx));
  return {
    audit: { total: counts.audit, last_day: counts.auditLastDay },
    security_events: { total: counts.events, last_day: counts.eventsLastDay },
  };
}

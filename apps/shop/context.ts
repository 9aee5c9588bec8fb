import type { Tables } from '@octo/database/tables.ts';
import type { CheckoutCtx } from '@octo/domains/checkout';
import type { Ctx } from '@octo/domains/context';
import { type PaymentRail, simulatedRail } from '@octo/domains/payments';
import { createVersionedCache, type VersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import { type Clock, guest, serviceActor, systemClock, type Trace, untraced } from '@octo/platform/context/context.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { CircuitState } from '@octo/platform/http/circuit-breaker.ts';
import { createRequestObstacles, type RequestObstacles } from '@octo/platform/http/request-obstacles.ts';
import { traceOf } from '@octo/platform/http/request-span.ts';
import { type Bell, createBell } from '@octo/platform/outbox/bell.ts';
import { createLogger, type Logger } from '@octo/platform/telemetry/logger.ts';
import type { Assets } from '@octo/ui/assets.ts';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { ShopConfig } from './config.ts';
import { createCrmClient } from './crm-client.ts';
import { type CustomerProfiles, createCustomerProfiles } from './customer-profiles.ts';
import { createOrderEnricher, type OrderEnricher } from './enrichment.ts';
import { type StorefrontWatch, watchStorefront } from './storefront-watch.ts';
import { loadAssets } from './web/assets.ts';
import type { Site } from './web/site.ts';
import { type GatewayWatch, watchGateway } from './workflow-gateway.ts';

/** Everything that the routes of a shop process stand on. */
export interface Shop extends AsyncDisposable {
  config: ShopConfig;
  logger: Logger;
  watch: StorefrontWatch;
  /** Pages and answers that every visitor gets alike, as ready bytes. */
  cache: VersionedCache;
  assets: Assets;
  /** Rung when there may be news for the other services. */
  outboxBell: Bell;
  profiles: CustomerProfiles;
  enricher: OrderEnricher;
  gateway: GatewayWatch;
  /** The circuit breakers of this process, by what they are for. */
  circuits: Map<string, () => CircuitState>;
  /** What is put in the way of requests on purpose; undefined where nothing may be broken so. */
  obstacles: RequestObstacles | undefined;
  site(): Site;
  /** A key for a form that must take effect once. */
  newKey(): string;
  /** For work on behalf of the visitor who sent a request. */
  contextOf(request: FastifyRequest): CheckoutCtx;
  /** For work of the service itself. */
  serviceContext(name: string, trace?: Trace): CheckoutCtx;
  /** For watching what goes on, with sessions that requests cannot use up. */
  watchContext(name: string): Ctx;
  /** For delivering messages, which neither waits for buyers nor lets them wait. */
  dispatcherContext(trace?: Trace): Ctx;
}

export interface ShopOverrides {
  db?: Kysely<Tables>;
  clock?: Clock;
  rail?: PaymentRail;
  logger?: Logger;
}

/** Listed stock may be this old. */
const cacheMaxAgeMs = 2000;
/** Nobody waits for a profile who could not do without. */
const profileTimeoutMs = 2000;

export async function createShop(config: ShopConfig, overrides: ShopOverrides = {}): Promise<Shop> {
  const logger = overrides.logger ?? createLogger(config.service, config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const database = { ...config.database.address, applicationName: config.service.name };
  const db = overrides.db ?? openDatabase<Tables>({ ...database, poolMax: config.database.poolMax });
  // Sessions of their own, so that neither waits for buyers who wait for each other.
  const sideDb = openDatabase<Tables>({ ...database, poolMax: 2, poolName: 'side' });
  const railDb = openDatabase<Tables>({ ...database, poolMax: 4, poolName: 'rail' });
  const outboxDb = openDatabase<Tables>({ ...database, poolMax: 2, poolName: 'outbox' });
  const ids = createIds(sideDb, clock);
  const rail = overrides.rail ?? simulatedRail({ db: railDb, clock, ids });
  const ports = {
    db,
    clock,
    ids,
    rail,
    railTimeoutMs: config.payment.timeoutMs,
    repeatWaitMs: config.checkout.repeatWaitMs,
  };
  const serviceContext = (name: string, trace: Trace = untraced) => ({
    ...ports,
    ...trace,
    actor: serviceActor(name),
  });
  const watch = watchStorefront(
    { ...serviceContext('storefront-watch'), db: overrides.db ?? sideDb },
    config.shopSlug,
    logger,
  );
  const profileClient = createCrmClient(config, profileTimeoutMs);
  const profiles = createCustomerProfiles(profileClient);
  const circuits: Shop['circuits'] = new Map();
  if (profileClient) circuits.set('CRM, customer profiles', profileClient.circuit);
  const enricher = createOrderEnricher(profiles, logger);
  const assets = await loadAssets();
  return {
    config,
    logger,
    watch,
    assets,
    outboxBell: createBell(),
    profiles,
    enricher,
    circuits,
    gateway: watchGateway(config, clock, circuits),
    cache: createVersionedCache({ version: watch.version, maxAgeMs: cacheMaxAgeMs, maxEntries: 300 }),
    obstacles: config.isChaosEnabled ? createRequestObstacles() : undefined,
    site: () => ({ asset: assets.url, categories: watch.categories(), rum: config.rum }),
    newKey: ids.event,
    contextOf: (request) => ({ ...ports, ...traceOf(request), actor: guest }),
    serviceContext,
    watchContext: (name) => ({ ...serviceContext(name), db: sideDb }),
    dispatcherContext: (trace) => ({ ...serviceContext('dispatcher', trace), db: overrides.db ?? outboxDb }),
    [Symbol.asyncDispose]: async () => {
      enricher[Symbol.dispose]();
      await watch[Symbol.asyncDispose]();
      const own = overrides.db ? [sideDb, railDb, outboxDb] : [sideDb, railDb, outboxDb, db];
      await Promise.all(own.map((each) => each.destroy()));
    },
  };
}

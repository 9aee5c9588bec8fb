import type { Tables } from '@octo/database/tables.ts';
import type { Ctx } from '@octo/domains/context';
import { createVersionedCache, type VersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import {
  type Actor,
  type Clock,
  serviceActor,
  systemClock,
  type Trace,
  untraced,
} from '@octo/platform/context/context.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { CircuitState } from '@octo/platform/http/circuit-breaker.ts';
import { createRequestObstacles, type RequestObstacles } from '@octo/platform/http/request-obstacles.ts';
import { createLogger, type Logger } from '@octo/platform/telemetry/logger.ts';
import type { Kysely } from 'kysely';
import type { CrmConfig } from './config.ts';
import { createObservatory, type Observatory } from './observatory.ts';

/** Everything that the routes of a CRM process stand on. */
export interface Crm extends AsyncDisposable {
  config: CrmConfig;
  logger: Logger;
  /** Answers that are dear to make and may be half a minute old. */
  cache: VersionedCache;
  observatory: Observatory;
  /** The circuit breakers of this process, by what they are for. */
  circuits: Map<string, () => CircuitState>;
  /** What is put in the way of requests on purpose; undefined where nothing may be broken so. */
  obstacles: RequestObstacles | undefined;
  /** For work on behalf of somebody. */
  contextFor(actor: Actor, trace: Trace): Ctx;
  /** For work of the service itself. */
  serviceContext(name: string, trace?: Trace): Ctx;
  /** For watching what goes on, with sessions that requests cannot use up. */
  watchContext(name: string): Ctx;
}

export interface CrmOverrides {
  db?: Kysely<Tables>;
  clock?: Clock;
  logger?: Logger;
}

const cacheMaxAgeMs = 30_000;

export function createCrm(config: CrmConfig, overrides: CrmOverrides = {}): Crm {
  const logger = overrides.logger ?? createLogger(config.service, config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const database = { ...config.database.address, applicationName: config.service.name };
  const db = overrides.db ?? openDatabase<Tables>({ ...database, poolMax: config.database.poolMax });
  // Sessions of their own: a transaction that waits for an id must not wait for its own session.
  const sideDb = openDatabase<Tables>({ ...database, poolMax: 2, poolName: 'side' });
  const circuits: Crm['circuits'] = new Map();
  const ports = { db, clock, ids: createIds(sideDb, clock) };
  const contextFor = (actor: Actor, trace: Trace): Ctx => ({ ...ports, ...trace, actor });
  return {
    config,
    logger,
    cache: createVersionedCache({ version: () => 0, maxAgeMs: cacheMaxAgeMs, maxEntries: 1000 }),
    observatory: createObservatory(config, circuits),
    circuits,
    contextFor,
    obstacles: config.isChaosEnabled ? createRequestObstacles() : undefined,
    watchContext: (name) => ({ ...contextFor(serviceActor(name), untraced), db: sideDb }),
    serviceContext: (name, trace = untraced) => contextFor(serviceActor(name), trace),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([sideDb.destroy(), overrides.db ? undefined : db.destroy()]);
    },
  };
}

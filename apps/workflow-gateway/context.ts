import type { Tables } from '@octo/database/tables.ts';
import { createJournal, createTurns, type Journal, type WorkflowsCtx } from '@octo/domains/workflows';
import { createVersionedCache, type VersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import {
  type Actor,
  type Clock,
  serviceActor,
  systemClock,
  type Trace,
  untraced,
} from '@octo/platform/context/context.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { createIds } from '@octo/platform/database/business-ids.ts';
import { openDatabase, type PoolOptions } from '@octo/platform/database/open-database.ts';
import { createLogger, type Logger } from '@octo/platform/telemetry/logger.ts';
import { componentsOf } from './components.ts';
import type { GatewayConfig } from './config.ts';
import { createOperators, type Operators } from './operators.ts';

/** Everything that the routes of a gateway process stand on. */
export interface Gateway extends AsyncDisposable {
  config: GatewayConfig;
  logger: Logger;
  operators: Operators;
  /** What happened while the database was away. */
  journal: Journal;
  /** What many ask for: the numbers, which are dear to make, and what ran lately. */
  caches: { totals: VersionedCache; activity: VersionedCache };
  /** For work on behalf of somebody. */
  contextFor(actor: Actor, trace: Trace): WorkflowsCtx;
  /** For work of the service itself. */
  serviceContext(name: string, trace?: Trace): WorkflowsCtx;
}

export interface GatewayOverrides {
  clock?: Clock;
  logger?: Logger;
  /** Told of every query that runs. */
  onQuery?: PoolOptions['onQuery'];
}

/** Short, so that a sweep without its database comes to an end. */
const connectTimeoutMs = 3000;
/** How long a query waits for those of others. */
const patienceMs = 3000;
const totalsMaxAgeMs = 15_000;
const activityMaxAgeMs = 3000;

export function createGateway(config: GatewayConfig, overrides: GatewayOverrides = {}): Gateway {
  const logger = overrides.logger ?? createLogger(config.service, config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const open = (address: DatabaseAddress, poolMax: number, limits: Partial<PoolOptions> = {}) =>
    openDatabase<Tables>({
      ...address,
      applicationName: config.service.name,
      poolMax,
      ...listening(overrides),
      ...limits,
    });
  const { database, lab } = config;
  const db = open(database.address, database.poolMax);
  // Sessions of their own: a transaction that waits for an id must not wait for its own session.
  const sideDb = open(database.address, 2, { poolName: 'side' });
  // One more than people can take, so that nothing that they run makes a sweep wait.
  const labDb = open(lab.address, lab.poolMax + 1, {
    poolName: 'lab',
    statementTimeoutMs: lab.timeoutMs,
    connectTimeoutMs,
  });
  const ports = { db, clock, ids: createIds(sideDb, clock), serviceName: config.service.name };
  const journal = createJournal();
  const work = {
    lab: {
      db: labDb,
      turns: createTurns(lab.poolMax, patienceMs),
      timeoutMs: lab.timeoutMs,
      rowLimit: lab.rowLimit,
    },
    sweep: { ...config.sweep, components: componentsOf(config, db) },
    journal,
  };
  const contextFor = (actor: Actor, trace: Trace): WorkflowsCtx => ({ ...ports, ...work, ...trace, actor });
  return {
    config,
    logger,
    operators: createOperators(config.peers.crm, clock),
    journal,
    caches: { totals: cacheFor(totalsMaxAgeMs), activity: cacheFor(activityMaxAgeMs) },
    contextFor,
    serviceContext: (name, trace = untraced) => contextFor(serviceActor(name), trace),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([db, sideDb, labDb].map((each) => each.destroy()));
    },
  };
}

function cacheFor(maxAgeMs: number): VersionedCache {
  return createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 1 });
}

function listening({ onQuery }: GatewayOverrides): Partial<PoolOptions> {
  return onQuery === undefined ? {} : { onQuery };
}

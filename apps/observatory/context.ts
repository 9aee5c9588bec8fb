import { type Clock, systemClock } from '@octo/platform/context/context.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import type { DatabaseInsight } from '@octo/platform/database/insight/insight.ts';
import { openInsight } from '@octo/platform/database/insight/open-insight.ts';
import { createLogger, type Logger } from '@octo/platform/telemetry/logger.ts';
import { type AlarmParts, openAlarms } from './alarms/open-alarms.ts';
import { createSourceMaps, type SourceMaps } from './browser/source-maps.ts';
import type { ObservatoryConfig } from './config.ts';
import { type DatabaseWatch, watchDatabase } from './insight/database-watch.ts';
import { openInsightStore } from './insight/store/insight-store.ts';
import { type IntakeCounters, newCounters } from './intake/counters.ts';
import { createWriteQueue, type WriteQueue } from './intake/write-queue.ts';
import { createNotes, type Notes } from './notes.ts';
import { openSearchStore, type SearchStore } from './searches/search-store.ts';
import { openStore, type Store } from './store/store.ts';

/** Everything that the routes of an observatory stand on. */
export interface Observatory extends AlarmParts, AsyncDisposable {
  config: ObservatoryConfig;
  logger: Logger;
  clock: Clock;
  store: Store;
  /** Searches that somebody has given a name. */
  searches: SearchStore;
  queue: WriteQueue;
  counters: IntakeCounters;
  /** What an operator should know. */
  notes: Notes;
  /** Where OTLP is taken. */
  intakePorts: Set<number>;
  /** The database under observation; undefined for none. */
  watch: DatabaseWatch | undefined;
  /** Of the scripts that browsers run. */
  sourceMaps: SourceMaps;
}

export interface ObservatoryOverrides {
  clock?: Clock;
  logger?: Logger;
  /** Stands in for the database that is watched. */
  database?: DatabaseInsight;
}

export function createObservatory(config: ObservatoryConfig, overrides: ObservatoryOverrides = {}): Observatory {
  const logger = overrides.logger ?? createLogger(config.service, config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const notes = createNotes((note) => logger.warn(note));
  const onNote = notes.add;
  const nowMs = () => clock.now().getTime();
  const store = openStore({ ...config.store, nowMs, onNote });
  const searches = openSearchStore({ dir: config.store.dir, nowMs, newId: uuidV7, onNote });
  const queue = createWriteQueue({ store, logger, onNote });
  const watch = openWatch({ config, logger, clock, store, notes }, overrides.database);
  const parts = {
    config,
    logger,
    clock,
    store,
    queue,
    counters: newCounters(),
    notes,
    intakePorts: new Set<number>(),
    watch,
  };
  const alarmParts = openAlarms(parts);
  return {
    ...parts,
    ...alarmParts,
    searches,
    sourceMaps: createSourceMaps(config.sourceMapDirs),
    [Symbol.asyncDispose]: async () => {
      await alarmParts.notifier?.[Symbol.asyncDispose]();
      await watch?.[Symbol.asyncDispose]();
      await queue[Symbol.asyncDispose]();
      searches[Symbol.dispose]();
      store[Symbol.dispose]();
    },
  };
}

type WatchParts = Pick<Observatory, 'config' | 'logger' | 'clock' | 'store' | 'notes'>;

function openWatch({ config, logger, clock, store, notes }: WatchParts, standIn: DatabaseInsight | undefined) {
  const { insight: address, insightStore } = config;
  if (address === undefined) return undefined;
  const kept = openInsightStore({ dir: config.store.dir, ...insightStore, onNote: notes.add });
  return watchDatabase({
    address,
    database:
      standIn ??
      openInsight(address, {
        learnt: kept.learnt(),
        wasSent: (sqlId) => store.read(({ statements }) => statements.knows(sqlId)),
      }),
    store: kept,
    logger,
    nameOf: (traceId, spanId) => store.read(({ traces }) => traces.nameOf(traceId, spanId)),
    nowMs: () => clock.now().getTime(),
  });
}

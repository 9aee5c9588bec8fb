import { type Clock, systemClock } from '@octo/platform/context/context.ts';
import { createLogger, type Logger } from '@octo/platform/telemetry/logger.ts';
import type { ObservatoryConfig } from './config.ts';
import { type IntakeCounters, newCounters } from './intake/counters.ts';
import { createWriteQueue, type WriteQueue } from './intake/write-queue.ts';
import { createNotes, type Notes } from './notes.ts';
import { openStore, type Store } from './store/store.ts';

/** Everything that the routes of an observatory stand on. */
export interface Observatory extends AsyncDisposable {
  config: ObservatoryConfig;
  logger: Logger;
  clock: Clock;
  store: Store;
  queue: WriteQueue;
  counters: IntakeCounters;
  /** What an operator should know. */
  notes: Notes;
  /** Where OTLP is taken. */
  intakePorts: Set<number>;
}

export interface ObservatoryOverrides {
  clock?: Clock;
  logger?: Logger;
}

export function createObservatory(config: ObservatoryConfig, overrides: ObservatoryOverrides = {}): Observatory {
  const logger = overrides.logger ?? createLogger(config.service, config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const notes = createNotes((note) => logger.warn(note));
  const onNote = notes.add;
  const store = openStore({ ...config.store, nowMs: () => clock.now().getTime(), onNote });
  const queue = createWriteQueue({ store, logger, onNote });
  return {
    config,
    logger,
    clock,
    store,
    queue,
    counters: newCounters(),
    notes,
    intakePorts: new Set(),
    [Symbol.asyncDispose]: async () => {
      await queue[Symbol.asyncDispose]();
      store[Symbol.dispose]();
    },
  };
}

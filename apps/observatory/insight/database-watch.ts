import { type DatabaseAddress, isOracle } from '@octo/platform/database/address.ts';
import type { DatabaseInsight, LiveSession } from '@octo/platform/database/insight/insight.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { Arrival } from '../store/arrivals.ts';
import { createAttempts } from './attempts.ts';
import { createBackends } from './backends.ts';
import { createMinuteWork } from './minute-work.ts';
import { arrivalNoter } from './note-arrivals.ts';
import { createSampler } from './sampler.ts';
import type { InsightStore } from './store/insight-store.ts';

export interface DatabaseWatchOptions {
  readonly address: DatabaseAddress;
  readonly database: DatabaseInsight;
  readonly store: InsightStore;
  readonly logger: Logger;
  /** What a span is called, once it has come. */
  nameOf(traceId: string, spanId: string): string | undefined;
  nowMs(): number;
}

/** Whose work a session does, as far as it is known. */
export interface SessionTag {
  readonly traceId: string | null;
  readonly action: string | null;
}

/** The database under observation, and what is kept of it. */
export interface DatabaseWatch extends AsyncDisposable {
  readonly database: DatabaseInsight;
  readonly store: InsightStore;
  /** Looks once, and does what else is due; the time to wait before the next look. */
  turn(): Promise<number>;
  /** Waits for what a turn has left to be done beside the next ones. */
  idle(): Promise<void>;
  noteArrivals(arrivals: readonly Arrival[]): void;
  tagOf(session: LiveSession): SessionTag;
  isReachable(): boolean;
  samples(): { taken: number; missed: number };
  missing(): readonly string[];
}

export function watchDatabase(options: DatabaseWatchOptions): DatabaseWatch {
  const { address, database, store, logger, nameOf, nowMs } = options;
  const attempts = createAttempts(logger);
  const backends = isOracle(address) ? undefined : createBackends();
  const noteArrivals = backends && !isOracle(address) ? arrivalNoter(backends, address) : () => undefined;
  const sampler = createSampler({ database, store, attempts, backends, nameOf, nowMs });
  const minuteWork = createMinuteWork({ database, store, attempts, nowMs });
  let beside: Promise<void> | undefined;

  function startMinuteWork(): void {
    if (beside || !minuteWork.isDue()) return;
    beside = minuteWork
      .run()
      .catch((error: unknown) => logger.error(describeFailure(error), 'figures of the database could not be kept'))
      .finally(() => {
        beside = undefined;
      });
  }

  return {
    database,
    store,
    async turn() {
      const nextMs = (Math.floor(nowMs() / 1000) + 1) * 1000;
      const isReachable = await sampler.sample();
      sampler.settle();
      if (!isReachable) return attempts.pauseMs();
      startMinuteWork();
      return Math.max(0, nextMs - nowMs());
    },
    idle: async () => await beside,
    noteArrivals,
    tagOf(session) {
      const { action, clientIdentifier: traceId } = session;
      const tag = backends?.tagOf(session);
      if (!tag) return { action, traceId };
      const { parentSpanId } = tag;
      const name = tag.action ?? (parentSpanId === null ? undefined : nameOf(tag.traceId, parentSpanId));
      return { action: name ?? null, traceId: tag.traceId };
    },
    isReachable: attempts.isReachable,
    samples: sampler.samples,
    missing: minuteWork.missing,
    [Symbol.asyncDispose]: async () => {
      await beside;
      await database[Symbol.asyncDispose]();
      store[Symbol.dispose]();
    },
  };
}

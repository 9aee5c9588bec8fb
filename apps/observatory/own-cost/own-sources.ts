import { type IntakeCounters, refusedItems } from '../intake/counters.ts';
import type { WriteQueue } from '../intake/write-queue.ts';
import type { Store } from '../store/store.ts';
import type { CostSources } from './watch-cost.ts';

interface Parts {
  readonly counters: IntakeCounters;
  readonly queue: WriteQueue;
  readonly store: Store;
}

/** Where this process sees what it costs. */
export function ownSources({ counters, queue, store }: Parts): CostSources {
  return {
    cpuMicros() {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    memoryBytes: () => process.memoryUsage.rss(),
    spansTaken: () => counters.taken.traces,
    refused: () => refusedItems(counters),
    lost: () => queue.lost(),
    storeBytes: () => store.storeBytes(),
  };
}

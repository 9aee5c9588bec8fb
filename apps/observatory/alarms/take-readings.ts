import type { DatabaseWatch } from '../insight/database-watch.ts';
import type { CostWatch } from '../own-cost/watch-cost.ts';
import { keepStepsMs } from '../store/rates/spans-of-time.ts';
import type { Store } from '../store/store.ts';
import { pacedMs } from './pace.ts';
import type { Readings } from './readings.ts';

export interface ReadingParts {
  readonly store: Store;
  readonly watch: DatabaseWatch | undefined;
  readonly cost: CostWatch;
}

export interface ReadingTimes {
  readonly nowMs: number;
  readonly listeningSinceMs: number;
  readonly pace: number;
}

/** Long windows move slowly, and reading days costs more than reading minutes. */
const goodForMs = { long: 20_000, short: 5000 } as const;

/** Takes readings of what is kept, for one look at all alarms after the other. */
export function readingsTaker({ store, watch, cost }: ReadingParts) {
  const kept = new Map<string, { readonly atMs: number; readonly value: unknown }>();

  function remembered<T>(key: string, windowMs: number, nowMs: number, read: () => T): T {
    const found = kept.get(key);
    const mostMs = windowMs <= keepStepsMs ? Math.min(goodForMs.short, windowMs / 20) : goodForMs.long;
    if (found && nowMs >= found.atMs && nowMs - found.atMs < mostMs) return asRead(found.value);
    const value = read();
    kept.set(key, { atMs: nowMs, value });
    return value;
  }

  return ({ nowMs, listeningSinceMs, pace }: ReadingTimes): Readings => {
    const paced = (ms: number) => pacedMs(ms, pace);
    return {
      nowMs,
      listeningSinceMs,
      paced,
      requests(selection, nominalMs, withinMs) {
        const windowMs = paced(nominalMs);
        const key = JSON.stringify([selection, windowMs, withinMs]);
        return remembered(key, windowMs, nowMs, () =>
          store.read(({ workflows }) => workflows.sums(selection, windowMs, nowMs, withinMs)),
        );
      },
      metric(question, nominalMs) {
        const windowMs = paced(nominalMs);
        const key = JSON.stringify([question, windowMs]);
        return remembered(key, windowMs, nowMs, () =>
          store.read(({ metricWindows }) =>
            metricWindows.measure(question, { fromMs: nowMs - windowMs, toMs: nowMs }, nowMs),
          ),
        );
      },
      heardMs: (service) => store.read(({ heard }) => heard.lastMs(service)),
      lockWaits(nominalMs) {
        if (!watch?.isReachable()) return undefined;
        return waitsForLocks(watch, Math.max(1, Math.round(paced(nominalMs) / 1000)), nowMs);
      },
      regressions(nominalMs) {
        if (!watch) return undefined;
        const fromMinute = Math.floor((nowMs - paced(nominalMs)) / 60_000);
        return watch.store.read(({ changes }) => changes.list(fromMinute, 20).regressed.length);
      },
      vital(name, nominalMs, leastViews) {
        const minutes = Math.max(1, Math.round(paced(nominalMs) / 60_000));
        const { vitals } = store.read(({ browser }) => browser.pages.overview(minutes, undefined, nowMs));
        const found = vitals.find((vital) => vital.name === name);
        const views = found ? found.good + found.needsImprovement + found.poor : 0;
        return views < leastViews ? undefined : (found?.p75 ?? undefined);
      },
      own(figure, nominalMs) {
        return figure === 'lost' ? cost.lostSince(nowMs - paced(nominalMs)) : store.usedShare();
      },
    };
  };
}

/** What was put under a key is what is read under it. */
function asRead<T>(value: unknown): T {
  return value as T;
}

/** Sessions that waited for a lock, on average over the last whole seconds. */
function waitsForLocks(watch: DatabaseWatch, seconds: number, nowMs: number): number | undefined {
  const second = Math.floor(nowMs / 1000);
  const window = { stepSeconds: 1, from: second - seconds, steps: seconds };
  const { steps } = watch.store.read(({ activity }) => activity.read(window));
  const looks = steps.reduce((sum, step) => sum + step.looks, 0);
  if (looks < seconds / 2) return undefined;
  return steps.reduce((sum, { spent }) => sum + (spent.Lock ?? 0), 0) / looks;
}

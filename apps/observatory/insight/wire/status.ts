import type { Observatory } from '../../context.ts';
import { instantOf } from './statements.ts';

const nothing = {
  isConfigured: false,
  engine: null,
  isReachable: false,
  watchingSince: null,
  lastSampleAt: null,
  lastMinuteAt: null,
  samplesMissed: 0,
  minutesKept: 0,
  storeBytes: 0,
  storeLimitBytes: 0,
  missing: [],
};

export function toStatus({ watch, config }: Observatory) {
  if (!watch) return nothing;
  const { watchingSinceMs, lastSampleMs, lastMinuteMs, minutesKept, storeBytes } = watch.store.figures();
  return {
    isConfigured: true,
    engine: watch.database.engine,
    isReachable: watch.isReachable(),
    watchingSince: instant(watchingSinceMs),
    lastSampleAt: instant(lastSampleMs),
    lastMinuteAt: instant(lastMinuteMs),
    samplesMissed: watch.samples().missed,
    minutesKept,
    storeBytes,
    storeLimitBytes: config.insightStore.limitBytes,
    missing: [...watch.missing()],
  };
}

function instant(ms: number | undefined): string | null {
  return ms === undefined ? null : instantOf(ms);
}

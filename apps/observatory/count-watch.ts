import { observe } from '@octo/platform/telemetry/metrics/instruments.ts';
import type { DatabaseWatch } from './insight/database-watch.ts';
import { insightSize, minutesKept, samplesMissed, samplesTaken } from './telemetry-names.ts';

/** Tells on /metrics how the database is watched, until it is disposed of. */
export function countWatch(watch: DatabaseWatch): Disposable {
  const stack = new DisposableStack();
  stack.use(observe(samplesTaken, (result) => result.observe(watch.samples().taken)));
  stack.use(observe(samplesMissed, (result) => result.observe(watch.samples().missed)));
  stack.use(observe(minutesKept, (result) => result.observe(watch.store.figures().minutesKept)));
  stack.use(observe(insightSize, (result) => result.observe(watch.store.figures().storeBytes)));
  return stack;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { withoutSpans } from '../without-spans.ts';
import { gauge, type Metric } from './definition.ts';
import { observe } from './instruments.ts';

export const serviceReady = gauge('octo.service.ready', {
  unit: '1',
  meaning: '1 when the service can do its work, as its readiness address says; asked whenever metrics are read, else 0',
  attributes: [],
});

export const serviceMetrics: readonly Metric[] = [serviceReady];

/** Whoever reads metrics does not wait longer for a database that is away. */
const longestWaitMs = 2000;

/** Tells whether the service is ready until it is disposed of: `ask` rejects when it is not. */
export function watchReadiness(ask: () => Promise<unknown>): Disposable {
  const isReady = () =>
    withoutSpans(ask).then(
      () => true,
      () => false,
    );
  return observe(serviceReady, async (result) => {
    const ready = await Promise.race([isReady(), sleep(longestWaitMs, false, { ref: false })]);
    result.observe(ready ? 1 : 0);
  });
}

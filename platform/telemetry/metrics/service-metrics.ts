import { setTimeout as sleep } from 'node:timers/promises';
import { serviceReady } from '../names/metrics/service.ts';
import { withoutSpans } from '../without-spans.ts';
import { observe } from './instruments.ts';

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

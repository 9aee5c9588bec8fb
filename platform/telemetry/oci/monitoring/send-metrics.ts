import type { ReadableMeterProvider } from '../../metrics/meter-provider.ts';
import type { Fate } from '../../receivers/fate.ts';
import { deliver } from '../deliver.ts';
import { endWithin } from '../end-within.ts';
import { createIntervals, type Measured } from './interval.ts';
import type { Monitored } from './monitored.ts';
import type { PostMetrics } from './post-metrics.ts';

export interface SendMetricsOptions {
  table: readonly Monitored[];
  post: PostMetrics;
  fate: Fate;
  intervalMs?: number;
  /** Pause before the first repetition. */
  pauseMs?: number;
  /** How long the end may take; what is not sent by then is lost. */
  closeWithinMs?: number;
}

/** More is refused. */
const mostPerRequest = 50;

/** Tells OCI Monitoring every so often what happened since the last time, and once more at the end. */
export function sendMetrics(provider: ReadableMeterProvider, options: SendMetricsOptions): AsyncDisposable {
  const { table, post, fate, intervalMs = 60_000, pauseMs = 1000, closeWithinMs = 900 } = options;
  const measure = createIntervals(table);
  const closing = new AbortController();
  const ending = new AbortController();
  let underWay: Promise<void> | undefined;

  async function postSome(measured: readonly Measured[], atMs: number): Promise<void> {
    const { result, failed } = await deliver(() => post(measured, atMs, ending.signal), {
      closing: closing.signal,
      ending: ending.signal,
      pauseMs,
    });
    fate.came(measured.length, result, failed);
  }

  async function tell(): Promise<void> {
    const reading = await provider.read();
    const measured = measure(reading);
    for (let first = 0; first < measured.length; first += mostPerRequest)
      await postSome(measured.slice(first, first + mostPerRequest), reading.readAtMs);
  }

  const timer = setInterval(() => {
    underWay ??= tell().finally(() => {
      underWay = undefined;
    });
  }, intervalMs).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      closing.abort();
      await endWithin(closeWithinMs, ending, Promise.resolve(underWay).then(tell));
      fate.tell();
    },
  };
}

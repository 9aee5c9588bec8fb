import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import { metricsRequest } from '@octo/platform/telemetry/metrics/write-metric.ts';
import type { Observatory } from '../context.ts';
import { readArrivals } from '../intake/read-arrivals.ts';

const everyMs = 10_000;

/**
 * Keeps what this process counts of itself as it keeps what others send: by the same way in, less the network, so that it is
 * no traffic that would have to be counted again.
 */
export function keepOwnMetrics(observatory: Pick<Observatory, 'queue' | 'clock'>): Disposable {
  const timer = setInterval(() => void keepOnce(observatory), everyMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

async function keepOnce({ queue, clock }: Pick<Observatory, 'queue' | 'clock'>): Promise<void> {
  const reading = await readMetrics();
  if (!reading) return;
  const body = metricsRequest(reading);
  const { arrivals } = readArrivals('metrics', 'protobuf', body, clock.now().getTime());
  try {
    queue.add(arrivals, body.length);
  } catch {
    // What others sent fills the queue, and goes first; sums are made good by the next.
  }
}

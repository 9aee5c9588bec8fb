import type { Sender } from '../otlp/sender.ts';
import type { Fate } from '../receivers/fate.ts';
import type { ReadableMeterProvider } from './meter-provider.ts';
import { metricsRequest } from './write-metric.ts';

export interface PushOptions {
  sender: Sender;
  intervalMs: number;
  /** Told of points. */
  fate: Fate;
}

/** Sends all metrics every so often, and once more at the end. One that does not arrive is made good by the next. */
export function pushMetrics(
  provider: ReadableMeterProvider,
  { sender, intervalMs, fate }: PushOptions,
): AsyncDisposable {
  let underWay: Promise<void> | undefined;
  let toldUntilMs = 0;
  const push = async () => {
    const reading = await provider.read();
    const points = reading.metrics.reduce((sum, metric) => sum + metric.points.length, 0);
    const { result, rejected } = await sender.send(metricsRequest(reading, toldUntilMs));
    if (result === 'sent') toldUntilMs = reading.readAtMs;
    fate.came(points, result, rejected);
  };
  const timer = setInterval(() => {
    underWay ??= push().finally(() => {
      underWay = undefined;
    });
  }, intervalMs).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      sender.hurry();
      await underWay;
      await push();
      fate.tell();
      sender[Symbol.dispose]();
    },
  };
}

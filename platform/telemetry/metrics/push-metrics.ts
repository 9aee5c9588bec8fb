import type { Sender } from '../otlp/sender.ts';
import type { ReadableMeterProvider } from './meter-provider.ts';
import { metricsRequest } from './write-metric.ts';

/** Sends all metrics every so often, and once more at the end. One that does not arrive is made good by the next. */
export function pushMetrics(provider: ReadableMeterProvider, sender: Sender, intervalMs: number): AsyncDisposable {
  let underWay: Promise<void> | undefined;
  const push = async () => {
    await sender.send(metricsRequest(await provider.read()));
  };
  const timer = setInterval(() => {
    underWay ??= push().finally(() => {
      underWay = undefined;
    });
  }, intervalMs).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await underWay;
      await push();
      sender[Symbol.dispose]();
    },
  };
}

import { type Attributes, metrics } from '@opentelemetry/api';
import type { Sender } from '../otlp/sender.ts';
import { createMeterProvider, type ReadableMeterProvider } from './meter-provider.ts';
import { pushMetrics } from './push-metrics.ts';
import { watchRuntime } from './watch-runtime.ts';

export interface MetricsOptions {
  /** Who it is that counts. */
  resource: Attributes;
  /** Where metrics go; when undefined they are kept for those who come and look. */
  sender: Sender | undefined;
  intervalMs: number;
}

/** Installs the global meter provider. */
export function startMetrics({ resource, sender, intervalMs }: MetricsOptions): AsyncDisposable {
  const provider = createMeterProvider(resource);
  metrics.setGlobalMeterProvider(provider);
  const stack = new AsyncDisposableStack();
  stack.use(watchRuntime());
  if (sender) stack.use(pushMetrics(provider, sender, intervalMs));
  return stack;
}

/** What this process has counted so far; undefined where telemetry is not installed. */
export function readMetrics(): ReturnType<ReadableMeterProvider['read']> | undefined {
  const provider = metrics.getMeterProvider();
  return 'read' in provider ? asReadable(provider).read() : undefined;
}

/** Nobody but startMetrics installs one that can be read. */
function asReadable(provider: object): ReadableMeterProvider {
  return provider as ReadableMeterProvider;
}

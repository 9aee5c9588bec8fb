import { type Attributes, metrics } from '@opentelemetry/api';
import { closeAll } from '../receivers/close-all.ts';
import { createMeterProvider, type ReadableMeterProvider } from './meter-provider.ts';
import { watchRuntime } from './watch-runtime.ts';

/** Reads what was counted, every so often, until it is disposed of. */
export type MetricsReader = (provider: ReadableMeterProvider) => AsyncDisposable;

export interface MetricsOptions {
  /** Who it is that counts. */
  resource: Attributes;
  /** Those who send metrics on; without any they are kept for those who come and look. */
  readers?: readonly MetricsReader[];
}

/** Installs the global meter provider. */
export function startMetrics({ resource, readers = [] }: MetricsOptions): AsyncDisposable {
  const provider = createMeterProvider(resource);
  metrics.setGlobalMeterProvider(provider);
  const watching = watchRuntime();
  const reading = readers.map((read) => read(provider));
  return {
    [Symbol.asyncDispose]: async () => {
      await closeAll(reading);
      watching[Symbol.dispose]();
    },
  };
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

import type { Attributes, MeterProvider } from '@opentelemetry/api';
import { createMeter } from './meter.ts';
import type { MetricData } from './metric-data.ts';

/** What a process has counted, and of which process it is told. */
export interface MetricsReading {
  readonly resource: Attributes;
  readonly startedAtMs: number;
  readonly readAtMs: number;
  readonly metrics: readonly MetricData[];
}

/** A provider of the OpenTelemetry API whose metrics can be read, by whoever exports or shows them. */
export interface ReadableMeterProvider extends MeterProvider {
  read(): Promise<MetricsReading>;
}

/** All of a process is one meter: names are unique in our catalogue. */
export function createMeterProvider(resource: Attributes): ReadableMeterProvider {
  const meter = createMeter();
  const startedAtMs = Date.now();
  let last: Promise<unknown> = Promise.resolve();
  return {
    getMeter: () => meter,
    read: () => {
      // One reader after another: each has its own values of what is observed.
      const reading = last.then(async () => {
        const metrics = structuredClone(await meter.read());
        return { resource, startedAtMs, readAtMs: Date.now(), metrics };
      });
      last = reading.catch(() => undefined);
      return reading;
    },
  };
}

import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { readTelemetryConfig } from '../telemetry/config.ts';
import { startTelemetry } from '../telemetry/start-telemetry.ts';

export interface RecordedSpans {
  /** Every span that ended since the last `clear`. */
  all(): ReadableSpan[];
  clear(): void;
}

/** Installs telemetry that keeps its spans in memory. Once per test process, before anything opens a span. */
export function recordSpans(): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  startTelemetry(readTelemetryConfig({}, 'test'), [new SimpleSpanProcessor({ exporter })]);
  return { all: () => exporter.getFinishedSpans(), clear: () => exporter.reset() };
}

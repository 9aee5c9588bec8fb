import type { Attributes, AttributeValue, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api';
import { readTelemetryConfig } from '../telemetry/config.ts';
import { resourceOf, startTelemetry } from '../telemetry/start-telemetry.ts';
import type { RecordedSpan } from '../telemetry/tracer/recorded-span.ts';
import type { SpanAttributes } from '../telemetry/tracer/span-attributes.ts';

/** Seconds and nanoseconds since 1970. */
type HrTime = [number, number];

/** A span that ended, as it is read. */
export interface ReadableSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly spanContext: () => SpanContext;
  readonly parentSpanContext: SpanContext | undefined;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly events: readonly { name: string; attributes: Attributes }[];
  readonly links: readonly { context: SpanContext; attributes: Attributes }[];
  readonly instrumentationScope: { readonly name: string };
  readonly resource: { readonly attributes: Attributes };
}

export interface RecordedSpans {
  /** Every span that ended since the last `clear`. */
  all(): ReadableSpan[];
  clear(): void;
}

/** Installs telemetry that keeps its spans in memory. Once per test process, before anything opens a span. */
export function recordSpans(): RecordedSpans {
  const config = readTelemetryConfig({}, 'test');
  const resource = { attributes: resourceOf(config) };
  const spans: ReadableSpan[] = [];
  startTelemetry(config, { seeEnded: (span) => void spans.push({ ...readable(span), resource }) });
  return { all: () => [...spans], clear: () => void spans.splice(0) };
}

function readable(span: RecordedSpan): Omit<ReadableSpan, 'resource'> {
  const { scope, kind, parent } = span.start;
  const listed = (attributes: SpanAttributes) => Object.fromEntries(pairsOf(attributes));
  return {
    name: span.name,
    kind,
    spanContext: () => span.spanContext(),
    parentSpanContext: parent,
    startTime: hrTime(span.startMs),
    endTime: hrTime(span.endMs),
    status: span.status,
    attributes: listed(span.attributes),
    events: (span.events ?? []).map(({ name, attributes }) => ({ name, attributes: listed(attributes) })),
    links: (span.links ?? []).map(({ context, attributes }) => ({ context, attributes: listed(attributes) })),
    instrumentationScope: { name: scope },
  };
}

function pairsOf({ names, values }: SpanAttributes): [string, AttributeValue | undefined][] {
  return names.map((name, index) => [name, values[index]]);
}

function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1_000_000)];
}

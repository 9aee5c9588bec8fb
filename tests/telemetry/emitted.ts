import { SpanKind } from '@opentelemetry/api';
import type { ReceivedSpans } from '../../apps/shop/testing/otlp.ts';
import type { ReceivedMetric } from '../../apps/shop/testing/otlp-metrics.ts';
import type { OtlpReceiver } from '../../apps/shop/testing/otlp-receiver.ts';
import type { Metric } from '../../platform/telemetry/metrics/definition.ts';
import type { MetricsReading } from '../../platform/telemetry/metrics/meter-provider.ts';
import type { EventName, Place, SpanName, TelemetryName, ValueType } from '../../platform/telemetry/names/name.ts';
import type { ReadableSpan } from '../../platform/testing/record-spans.ts';

export interface EmittedSpan {
  name: string;
  kind: string | undefined;
  attributes: string[];
  resource: string[];
}

/** All that one service has let others see of itself. */
export interface Emitted {
  spans: EmittedSpan[];
  metrics: EmittedMetric[];
  lines: Record<string, unknown>[];
}

export interface EmittedMetric {
  name: string;
  unit: string;
  attributes: string[];
}

export interface Catalogue {
  metricNames: readonly Metric[];
  spanNames: readonly SpanName[];
  telemetryNames: readonly TelemetryName[];
  eventNames: readonly EventName[];
}

export function fromRecorded(spans: readonly ReadableSpan[]): EmittedSpan[] {
  return spans.map(({ name, kind, attributes, resource }) => ({
    name,
    kind: SpanKind[kind],
    attributes: Object.keys(attributes),
    resource: Object.keys(resource.attributes),
  }));
}

/** What a service that ran by itself has sent, and written. */
export function fromProcess({ requests }: OtlpReceiver, output: string): Emitted {
  return {
    spans: fromReceived(requests.flatMap(({ content }) => content)),
    metrics: fromReceivedMetrics(requests.flatMap(({ metrics }) => metrics)),
    lines: jsonLines(output),
  };
}

function jsonLines(output: string): Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

function fromReceived(parts: readonly ReceivedSpans[]): EmittedSpan[] {
  return parts.flatMap(({ resource, spans }) =>
    spans.map(({ name, kind, attributes }) => ({
      name,
      kind,
      attributes: Object.keys(attributes),
      resource: Object.keys(resource),
    })),
  );
}

export function fromReading({ metrics }: MetricsReading): EmittedMetric[] {
  return metrics.map(({ name, unit, points }) => ({ name, unit, attributes: namesOf(points) }));
}

function fromReceivedMetrics(metrics: readonly ReceivedMetric[]): EmittedMetric[] {
  return metrics.map(({ name, unit, points }) => ({ name, unit, attributes: namesOf(points) }));
}

function namesOf(points: readonly { attributes: object }[]): string[] {
  return [...new Set(points.flatMap(({ attributes }) => Object.keys(attributes)))];
}

/** The entry of the catalogue that a span comes under. */
export function entryOf({ spanNames }: Catalogue, span: EmittedSpan): SpanName | undefined {
  return spanNames.find(({ kind, pattern }) => kind === span.kind && pattern.test(span.name));
}

export function isKnown({ telemetryNames }: Catalogue, name: string, place: Place): boolean {
  return telemetryNames.some((known) => known.name === name && known.on.includes(place));
}

/** Fields whose values are of another type than the catalogue says, for a parser of log lines would lose those. */
export function fieldsOfOtherTypes({ telemetryNames }: Catalogue, lines: Emitted['lines']): string[] {
  const types = new Map(
    telemetryNames.filter(({ on }) => on.includes('log line')).map(({ name, type }) => [name, type]),
  );
  const others = lines.flatMap((line) => Object.entries(line).filter(([name, value]) => !isOf(types.get(name), value)));
  return [...new Set(others.map(([name, value]) => `${name}: ${value}`))];
}

function isOf(type: ValueType | undefined, value: unknown): boolean {
  if (type === 'whole number') return Number.isInteger(value);
  if (type === 'time') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return typeof value === (type === 'number' ? 'number' : 'string');
}

/** Every name of an attribute or a field that was emitted. */
export function namesIn({ spans, metrics, lines }: Emitted): Set<string> {
  return new Set([
    ...spans.flatMap(({ attributes, resource }) => [...attributes, ...resource]),
    ...metrics.flatMap(({ attributes }) => attributes),
    ...lines.flatMap((line) => Object.keys(line)),
  ]);
}

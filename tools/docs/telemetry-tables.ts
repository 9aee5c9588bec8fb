import type { Metric, MetricType } from '@octo/platform/telemetry/metrics/definition.ts';
import type { EventName, SpanName, TelemetryName, ValueRange } from '@octo/platform/telemetry/names/name.ts';
import type { Emitted } from './emitted-names.ts';
import { markdownTable } from './markdown-table.ts';

const typeWords: Readonly<Record<MetricType, string>> = {
  counter: 'counter',
  upDownCounter: 'sum',
  gauge: 'gauge',
  histogram: 'histogram',
};

export function spansTable(spans: readonly Emitted<SpanName>[]): string {
  const rows = spans.map((span) => [
    code(span.name),
    span.on,
    span.kind,
    span.name.includes('{') ? 'bounded' : 'few',
    stabilityOf(span),
    span.by,
    span.meaning,
  ]);
  return markdownTable(['Name', 'Called here', 'Kind', 'Values', 'Stability', 'Made by', 'What it is'], rows);
}

export function metricsTable(metrics: readonly Emitted<Metric>[], names: readonly TelemetryName[]): string {
  const rows = metrics.map((metric) => [
    code(metric.name),
    typeWords[metric.type],
    code(metric.unit),
    metric.meaning,
    codes(metric.attributes),
    seriesOf(metric, names),
    stabilityOf(metric),
    metric.by,
  ]);
  return markdownTable(['Name', 'Type', 'Unit', 'What it is', 'By', 'Series', 'Stability', 'Counted by'], rows);
}

export function eventsTable(events: readonly Emitted<EventName>[]): string {
  const rows = events.map((event) => [
    code(event.name),
    event.meaning,
    codes(event.attributes),
    stabilityOf(event),
    event.by,
  ]);
  return markdownTable(['Name', 'What it tells', 'Carries', 'Stability', 'Told by'], rows);
}

export function namesTable(names: readonly Emitted<TelemetryName>[]): string {
  const rows = names.map((one) => [
    code(one.name),
    one.meaning,
    one.unit === undefined ? one.values : `${one.values}, in ${code(one.unit)}`,
    stabilityOf(one),
    [one.by, ...(one.isOracleOnly ? ['on Oracle only'] : []), ...(one.isOfFaults ? ['of faults only'] : [])].join('; '),
    one.isStandard ? 'OpenTelemetry' : 'ours',
  ]);
  return markdownTable(['Name', 'Meaning', 'Values', 'Stability', 'Written by', 'Defined by'], rows);
}

/** A metric has as many series as the widest of its attributes has values. */
function seriesOf({ attributes }: Metric, names: readonly TelemetryName[]): ValueRange | 'one' {
  if (attributes.length === 0) return 'one';
  const ofMetrics = names.filter(({ name, on }) => on.includes('metric') && attributes.includes(name));
  return ofMetrics.every(({ values }) => values === 'few') ? 'few' : 'bounded';
}

function stabilityOf({ isExperimental }: { readonly isExperimental?: true }): string {
  return isExperimental ? 'experimental' : 'stable';
}

function codes(names: readonly string[]): string {
  return names.map(code).join(', ');
}

function code(name: string): string {
  return `\`${name}\``;
}

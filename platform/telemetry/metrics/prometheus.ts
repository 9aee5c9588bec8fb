import type { Attributes } from '@opentelemetry/api';
import type { MetricsReading } from './meter-provider.ts';
import type { HistogramPoint, MetricData } from './metric-data.ts';

export const prometheusType = 'text/plain; version=0.0.4; charset=utf-8';

/** Units as Prometheus spells them out; what stands in braces is a word for people and no unit. */
const unitNames: Readonly<Record<string, string>> = { s: 'seconds', ms: 'milliseconds', By: 'bytes', '%': 'percent' };

/** What was read, in the text format of Prometheus: one family per metric, and the process as `target_info`. */
export function prometheusText({ metrics, resource }: MetricsReading): string {
  const target: MetricData = {
    name: 'target.info',
    type: 'gauge',
    unit: '',
    description: 'The process that this is told of',
    points: [{ attributes: resource, value: 1 }],
  };
  return [target, ...metrics].map(family).join('');
}

function family(metric: MetricData): string {
  const name = familyName(metric);
  const unit = unitNames[metric.unit] ?? '';
  return [
    `# HELP ${name} ${escapeHelp(metric.description)}`,
    `# TYPE ${name} ${typeName(metric)}`,
    ...(unit === '' ? [] : [`# UNIT ${name} ${unit}`]),
    ...samples(name, metric),
    '',
  ].join('\n');
}

function familyName({ name, unit, type }: MetricData): string {
  const suffix = unitNames[unit] ?? (unit === '1' && type === 'gauge' ? 'ratio' : '');
  const base = [plainName(name), ...(suffix === '' ? [] : [suffix])].join('_');
  return type === 'counter' ? `${base}_total` : base;
}

function typeName({ type }: MetricData): string {
  return type === 'upDownCounter' ? 'gauge' : type;
}

function samples(name: string, metric: MetricData): string[] {
  if (metric.type === 'histogram')
    return metric.points.flatMap((point) => histogramSamples(name, point, metric.buckets));
  return metric.points.map(({ attributes, value }) => sample(name, labelsOf(attributes), value));
}

/** Buckets hold what is at most their bound, all smaller ones included. */
function histogramSamples(name: string, point: HistogramPoint, buckets: readonly number[]): string[] {
  const labels = labelsOf(point.attributes);
  let below = 0;
  const counted = point.counts.map((count, index) => {
    below += count;
    return sample(`${name}_bucket`, [...labels, label('le', buckets[index] ?? '+Inf')], below);
  });
  return [...counted, sample(`${name}_sum`, labels, point.sum), sample(`${name}_count`, labels, point.count)];
}

function sample(name: string, labels: readonly string[], value: number): string {
  return `${name}${labels.length === 0 ? '' : `{${labels.join(',')}}`} ${value}`;
}

function labelsOf(attributes: Attributes): string[] {
  return Object.entries(attributes).map(([name, value]) => label(plainName(name), value));
}

function label(name: string, value: unknown): string {
  return `${name}="${escapeValue(String(value))}"`;
}

/** Letters, digits and underscores are all that a name may hold, and no digit in front. */
function plainName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]+/g, '_').replace(/^(?=\d)/, '_');
}

function escapeValue(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function escapeHelp(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
}

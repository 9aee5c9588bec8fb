import { clip, gather, hasRoom, limits, type Tally } from '../limits.ts';
import type { FromResource, MetricKind, MetricPointRecord } from '../records.ts';
import { readAttributes } from './attributes.ts';
import { type Fields, fieldsOf, int64Of, listOf, numberOf, textOf } from './fields.ts';
import { readExport } from './resource.ts';

const layers = { resources: 'resourceMetrics', scopes: 'scopeMetrics', items: 'metrics' };
const kinds: Readonly<Record<string, MetricKind>> = {
  gauge: 'gauge',
  sum: 'sum',
  histogram: 'histogram',
  exponentialHistogram: 'histogram',
  summary: 'summary',
};

/** Reads an ExportMetricsServiceRequest in OTLP's JSON. */
export function readMetrics(body: Buffer, tally: Tally): FromResource<MetricPointRecord>[] {
  return readExport(body, layers, tally, (fields) => readMetric(fields, tally));
}

function readMetric(fields: Fields, tally: Tally): MetricPointRecord[] {
  const about = {
    name: clip(textOf(fields.name, 'name'), limits.nameLength, tally),
    description: clip(textOf(fields.description, 'description'), limits.nameLength, tally),
    unit: clip(textOf(fields.unit, 'unit'), limits.keyLength, tally),
  };
  return Object.entries(kinds).flatMap(([field, kind]) => {
    if (fields[field] === undefined) return [];
    const points = listOf(fieldsOf(fields[field], field).dataPoints, 'dataPoints').filter(() => hasRoom(tally));
    return points.map((point) => ({ ...about, kind, ...readPoint(point, tally) }));
  });
}

function readPoint(point: Fields, tally: Tally): Omit<MetricPointRecord, 'name' | 'description' | 'unit' | 'kind'> {
  return {
    timeNano: int64Of(point.timeUnixNano, 'timeUnixNano'),
    attributes: readAttributes(point.attributes, gather(limits.attributes, tally)),
    value: numberOf(point.asDouble, 'asDouble') ?? numberOf(point.asInt, 'asInt'),
    count: numberOf(point.count, 'count'),
    sum: numberOf(point.sum, 'sum'),
  };
}

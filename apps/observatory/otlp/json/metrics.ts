import { explicitBuckets, exponentialBuckets } from '../buckets.ts';
import { clip, gather, hasRoom, limits, type Tally } from '../limits.ts';
import {
  type BucketCount,
  type ExemplarRecord,
  emptyPoint,
  type FromResource,
  type MetricKind,
  type MetricPointRecord,
} from '../records.ts';
import { readAttributes } from './attributes.ts';
import { enumOf, type Fields, fieldsOf, idOf, int64Of, listOf, numberOf, numbersOf, textOf } from './fields.ts';
import { readExport } from './resource.ts';

const layers = { resources: 'resourceMetrics', scopes: 'scopeMetrics', items: 'metrics' };
const kinds: Readonly<Record<string, MetricKind>> = {
  gauge: 'gauge',
  sum: 'sum',
  histogram: 'histogram',
  exponentialHistogram: 'histogram',
  summary: 'summary',
};
const temporalities = ['UNSPECIFIED', 'DELTA', 'CUMULATIVE'];

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
    const data = fieldsOf(fields[field], field);
    const temporality = enumOf(data.aggregationTemporality, 'AGGREGATION_TEMPORALITY_', temporalities);
    const how = { isDelta: temporality === 1, isMonotonic: data.isMonotonic === true };
    const points = listOf(data.dataPoints, 'dataPoints').filter(() => hasRoom(tally));
    return points.map((point) => ({ ...about, ...readPoint(point, kind, tally), ...how }));
  });
}

function readPoint(point: Fields, kind: MetricKind, tally: Tally): ReturnType<typeof emptyPoint> {
  return {
    ...emptyPoint(kind),
    startNano: int64Of(point.startTimeUnixNano, 'startTimeUnixNano'),
    timeNano: int64Of(point.timeUnixNano, 'timeUnixNano'),
    attributes: readAttributes(point.attributes, gather(limits.attributes, tally)),
    value: numberOf(point.asDouble, 'asDouble') ?? numberOf(point.asInt, 'asInt'),
    count: numberOf(point.count, 'count'),
    sum: numberOf(point.sum, 'sum'),
    buckets: readBuckets(point, tally),
    exemplars: listOf(point.exemplars, 'exemplars').slice(0, limits.exemplars).map(readExemplar),
  };
}

function readBuckets(point: Fields, tally: Tally): BucketCount[] {
  if (point.bucketCounts !== undefined) {
    const counts = numbersOf(point.bucketCounts, 'bucketCounts');
    return explicitBuckets(counts, numbersOf(point.explicitBounds, 'explicitBounds'), tally);
  }
  if (point.scale === undefined) return [];
  const { offset, bucketCounts } = point.positive === undefined ? {} : fieldsOf(point.positive, 'positive');
  return exponentialBuckets({
    scale: numberOf(point.scale, 'scale') ?? 0,
    offset: numberOf(offset, 'offset') ?? 0,
    counts: numbersOf(bucketCounts, 'bucketCounts').slice(0, limits.buckets),
    zeroCount: numberOf(point.zeroCount, 'zeroCount') ?? 0,
  });
}

function readExemplar(fields: Fields): ExemplarRecord {
  return {
    timeNano: int64Of(fields.timeUnixNano, 'timeUnixNano'),
    value: numberOf(fields.asDouble, 'asDouble') ?? numberOf(fields.asInt, 'asInt') ?? 0,
    traceId: idOf(fields.traceId, 'traceId'),
    spanId: idOf(fields.spanId, 'spanId'),
  };
}

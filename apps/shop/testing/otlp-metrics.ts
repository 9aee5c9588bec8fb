import { type Fields, readFields } from '@octo/platform/testing/protobuf-fields.ts';
import { bytes, messages, readAttributes } from './otlp.ts';

/** A metric as an OTLP receiver sees it. */
export interface ReceivedMetric {
  name: string;
  unit: string;
  kind: 'gauge' | 'sum' | 'histogram';
  /** Of a sum: whether it only grows. */
  isMonotonic: boolean;
  points: ReceivedPoint[];
  resource: Record<string, unknown>;
}

export interface ReceivedPoint {
  attributes: Record<string, unknown>;
  /** Of a number; of a histogram its sum. */
  value: number;
  /** Of a histogram, as are the next two. */
  count: number;
  bucketCounts: number[];
  bounds: number[];
}

const kinds = { 5: 'gauge', 7: 'sum', 9: 'histogram' } as const;

/** Reads an ExportMetricsServiceRequest from its protobuf bytes, by the numbers of opentelemetry/proto/metrics/v1/metrics.proto. */
export function readMetricsRequest(body: Buffer): ReceivedMetric[] {
  return messages(readFields(body), 1).flatMap((resourceMetrics) => {
    const resource = messages(resourceMetrics, 1).map((one) => readAttributes(one, 1))[0] ?? {};
    const metrics = messages(resourceMetrics, 2).flatMap((scope) => messages(scope, 2));
    return metrics.map((metric) => ({ ...readMetric(metric), resource }));
  });
}

function readMetric(metric: Fields): Omit<ReceivedMetric, 'resource'> {
  const [number = 5] = ([5, 7, 9] as const).filter((candidate) => metric.has(candidate));
  const [data] = messages(metric, number);
  if (!data) throw new TypeError('a metric without data');
  const kind = kinds[number];
  return {
    name: bytes(metric, 1).toString(),
    unit: bytes(metric, 3).toString(),
    kind,
    isMonotonic: data.get(3)?.[0] === 1n,
    points: messages(data, 1).map(kind === 'histogram' ? readHistogramPoint : readNumberPoint),
  };
}

function readNumberPoint(point: Fields): ReceivedPoint {
  const value = bytes(point, 4).readDoubleLE();
  return { attributes: readAttributes(point, 7), value, count: 0, bucketCounts: [], bounds: [] };
}

function readHistogramPoint(point: Fields): ReceivedPoint {
  return {
    attributes: readAttributes(point, 9),
    value: bytes(point, 5).readDoubleLE(),
    count: Number(bytes(point, 4).readBigUInt64LE()),
    bucketCounts: eights(bytes(point, 6)).map((one) => Number(one.readBigUInt64LE())),
    bounds: eights(bytes(point, 7)).map((one) => one.readDoubleLE()),
  };
}

function eights(packed: Buffer): Buffer[] {
  return Array.from({ length: packed.length / 8 }, (_, index) => packed.subarray(index * 8, index * 8 + 8));
}

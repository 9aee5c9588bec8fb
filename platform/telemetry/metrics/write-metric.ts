import type { Attributes } from '@opentelemetry/api';
import { writeAttribute } from '../otlp/attribute.ts';
import { ByteWriter } from '../otlp/byte-writer.ts';
import { envelope, recordField, resourceBytes } from '../otlp/envelope.ts';
import type { MetricsReading } from './meter-provider.ts';
import type { Exemplar, HistogramPoint, MetricData, NumberPoint } from './metric-data.ts';

/** The numbers of Metric's fields in opentelemetry/proto/metrics/v1/metrics.proto. */
const data = { gauge: 5, sum: 7, histogram: 9 } as const;
/** Values are sums since the process began, so that one that gets lost on the way loses nothing. */
const cumulative = 2;

/** An ExportMetricsServiceRequest, with the exemplars that were not told before. */
export function metricsRequest(reading: MetricsReading, toldUntilMs = 0): Buffer {
  const to = new ByteWriter(16 * 1024);
  for (const metric of reading.metrics) writeMetric(to, metric, { ...reading, toldUntilMs });
  return envelope(resourceBytes(reading.resource), [{ scope: 'octo', records: to.written() }]);
}

interface Times extends Pick<MetricsReading, 'startedAtMs' | 'readAtMs'> {
  readonly toldUntilMs: number;
}

function writeMetric(to: ByteWriter, metric: MetricData, times: Times): void {
  const start = to.open(recordField);
  to.text(1, metric.name);
  to.text(2, metric.description);
  to.text(3, metric.unit);
  if (metric.type === 'histogram') {
    const histogram = to.open(data.histogram);
    for (const point of metric.points) writeHistogramPoint(to, point, metric.buckets, times);
    to.whole(2, cumulative);
    to.close(histogram);
  } else if (metric.type === 'gauge') {
    const gauge = to.open(data.gauge);
    for (const point of metric.points) writeNumberPoint(to, point, times);
    to.close(gauge);
  } else {
    const sum = to.open(data.sum);
    for (const point of metric.points) writeNumberPoint(to, point, times);
    to.whole(2, cumulative);
    to.whole(3, metric.type === 'counter' ? 1 : 0);
    to.close(sum);
  }
  to.close(start);
}

function writeNumberPoint(to: ByteWriter, { attributes, value }: NumberPoint, { startedAtMs, readAtMs }: Times): void {
  const start = to.open(1);
  to.instant(2, startedAtMs);
  to.instant(3, readAtMs);
  to.double(4, value);
  writeAttributes(to, 7, attributes);
  to.close(start);
}

function writeHistogramPoint(to: ByteWriter, point: HistogramPoint, buckets: readonly number[], times: Times): void {
  const start = to.open(1);
  to.instant(2, times.startedAtMs);
  to.instant(3, times.readAtMs);
  to.fixed64(4, Math.floor(point.count / 2 ** 32), point.count % 2 ** 32);
  to.double(5, point.sum);
  to.bytes(
    6,
    packed(point.counts, (bytes, count, at) => bytes.writeBigUInt64LE(BigInt(count), at)),
  );
  to.bytes(
    7,
    packed(buckets, (bytes, bound, at) => bytes.writeDoubleLE(bound, at)),
  );
  for (const exemplar of point.exemplars)
    if (exemplar && exemplar.timeMs > times.toldUntilMs) writeExemplar(to, 8, exemplar);
  writeAttributes(to, 9, point.attributes);
  to.double(11, point.min);
  to.double(12, point.max);
  to.close(start);
}

function writeExemplar(to: ByteWriter, field: number, { timeMs, value, spanId, traceId }: Exemplar): void {
  const start = to.open(field);
  to.instant(2, timeMs);
  to.double(3, value);
  to.hex(4, spanId);
  to.hex(5, traceId);
  to.close(start);
}

function writeAttributes(to: ByteWriter, field: number, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) writeAttribute(to, field, name, value);
}

function packed(values: readonly number[], write: (bytes: Buffer, value: number, at: number) => void): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) write(bytes, value, index * 8);
  return bytes;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Meter } from '@opentelemetry/api';
import { ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { AggregationTemporality, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { readByShape, type Shape } from '../../testing/protobuf-fields.ts';
import { createMeterProvider } from './meter-provider.ts';
import { metricsRequest } from './write-metric.ts';

const anyValue: Shape = {};
const pair: Shape = { 2: anyValue };
const number: Shape = { 7: pair };
const metric: Shape = { 5: { 1: number }, 7: { 1: number }, 9: { 1: { 9: pair } } };
const scopeMetrics: Shape = { 1: {}, 2: metric };
const request: Shape = { 1: { 2: scopeMetrics } };

/** The reference is read when it is asked to be. */
class Reader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

function count(meter: Meter): void {
  const orders = meter.createCounter('octo.orders.placed', { unit: '{order}', description: 'Orders' });
  orders.add(1.5, { method: 'card', retried: true, items: 3, share: 0.25 });
  orders.add(2.25, { method: 'transfer' });
  meter.createUpDownCounter('active', { unit: '1', description: 'Active' }).add(-2.5);
  meter.createGauge('level', { unit: 'm', description: 'Höhe' }).record(1.75, { tags: ['a', 'b'] });
  const advice = { explicitBucketBoundaries: [0.1, 1, 10] };
  const seconds = meter.createHistogram('seconds', { unit: 's', description: 'Time', advice });
  for (const value of [0.1, 0.2, 5, 70]) seconds.record(value, { route: '/shop' });
}

/** Times differ from run to run, and what is told of them is checked by itself. */
function withoutTimes(body: Buffer): unknown {
  // The reference names itself in the resource; ours is what it is given.
  const text = JSON.stringify(readByShape(body, request)[1]?.map((part) => Object(part)[2]));
  return JSON.parse(text, (_key, value) => {
    if (typeof value !== 'object' || value === null || !('2' in value && '3' in value)) return value;
    const { 2: start, 3: time, ...rest } = value;
    return isInstant(start) && isInstant(time) ? rest : value;
  });
}

function isInstant(value: unknown): boolean {
  const [hex] = Array.isArray(value) ? value : [];
  return typeof hex === 'string' && /^[0-9a-f]{14}1[0-9a-f]$/.test(hex);
}

test('what is sent is what the reference implementation sends', async () => {
  const ours = createMeterProvider({});
  count(ours.getMeter('octo'));
  const reader = new Reader({ aggregationTemporalitySelector: () => AggregationTemporality.CUMULATIVE });
  count(new MeterProvider({ readers: [reader] }).getMeter('octo'));
  const { resourceMetrics } = await reader.collect();
  const theirs = ProtobufMetricsSerializer.serializeRequest(resourceMetrics);
  assert.ok(theirs);
  assert.deepEqual(withoutTimes(metricsRequest(await ours.read())), withoutTimes(Buffer.from(theirs)));
});

test('times are nanoseconds since 1970', async () => {
  const reading = {
    ...(await createMeterProvider({}).read()),
    startedAtMs: 1_790_000_000_123,
    readAtMs: 1_790_000_010_124,
  };
  const point = { attributes: {}, value: 1 };
  const metrics = [{ name: 'a', unit: '', description: '', type: 'gauge' as const, points: [point] }];
  const bytes = metricsRequest({ ...reading, metrics }).toString('hex');
  for (const ms of [1_790_000_000_123n, 1_790_000_010_124n]) {
    const instant = Buffer.alloc(8);
    instant.writeBigUInt64LE(ms * 1_000_000n);
    assert.ok(bytes.includes(instant.toString('hex')), String(ms));
  }
});

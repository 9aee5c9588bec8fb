import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProtobufLogsSerializer, ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { newTally } from './limits.ts';
import { readLogs } from './protobuf/logs.ts';
import { readMetrics } from './protobuf/metrics.ts';
import { emptyPoint } from './records.ts';

type Logs = Parameters<typeof ProtobufLogsSerializer.serializeRequest>[0];
type Metrics = Parameters<typeof ProtobufMetricsSerializer.serializeRequest>[0];

const resource = resourceFromAttributes({ 'service.name': 'sdk' });
const instrumentationScope = { name: 'test' };
const ids = { traceId: 'a0892f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };

test("reads the log records that OpenTelemetry's own encoder writes", () => {
  const common = { resource, instrumentationScope, hrTimeObserved: [1_795_000_001, 0], droppedAttributesCount: 0 };
  const records = [
    {
      ...common,
      hrTime: [1_795_000_000, 123_456_789],
      severityNumber: 13,
      severityText: 'warn',
      body: 'Zoë paid',
      attributes: { 'octo.order.id': 41, ok: true },
      spanContext: { ...ids, traceFlags: 1 },
    },
    { ...common, hrTime: [0, 0], severityNumber: 17, body: 7, attributes: {} },
    { ...common, hrTime: [0, 0], body: { order: 41, by: { name: 'Zoë' } }, attributes: {} },
    { ...common, hrTime: [0, 0], body: ['a', 2], attributes: {} },
  ];
  const [part] = readLogs(Buffer.from(ProtobufLogsSerializer.serializeRequest(asLogs(records)) ?? []), newTally());
  assert.equal(part?.resource.service, 'sdk');
  const observed = { traceId: '', spanId: '', timeNano: 1_795_000_001_000_000_000n, severity: '', attributes: {} };
  assert.deepEqual(part.items, [
    {
      ...ids,
      timeNano: 1_795_000_000_123_456_789n,
      severity: 'WARN',
      body: 'Zoë paid',
      attributes: { 'octo.order.id': 41, ok: true },
    },
    { traceId: '', spanId: '', timeNano: 1_795_000_001_000_000_000n, severity: 'ERROR', body: '7', attributes: {} },
    { ...observed, body: '{"order":41,"by.name":"Zoë"}' },
    { ...observed, body: '["a",2]' },
  ]);
});

test("reads the metric points that OpenTelemetry's own encoder writes", () => {
  const time = { startTime: [1_795_000_000, 0], endTime: [1_795_000_010, 5] };
  const metric = (name: string, dataPointType: number, value: unknown, valueType: number) => ({
    descriptor: { name, description: 'd', unit: 's', valueType, type: 'COUNTER', advice: {} },
    aggregationTemporality: 0,
    dataPointType,
    isMonotonic: true,
    dataPoints: [{ ...time, attributes: { route: '/a' }, value }],
  });
  const spread = { buckets: { boundaries: [1, 2], counts: [1, 1, 0] }, count: 2, sum: 2.5, min: 1, max: 1.5 };
  const metrics = [metric('histogram', 0, spread, 1), metric('gauge', 2, 1.25, 1), metric('sum', 3, 42, 0)];
  const request = asMetrics({ resource, scopeMetrics: [{ scope: instrumentationScope, metrics }] });
  const [part] = readMetrics(Buffer.from(ProtobufMetricsSerializer.serializeRequest(request) ?? []), newTally());
  const common = {
    description: 'd',
    unit: 's',
    startNano: 1_795_000_000_000_000_000n,
    timeNano: 1_795_000_010_000_000_005n,
    attributes: { route: '/a' },
  };
  const buckets = [
    { lower: null, upper: 1, count: 1 },
    { lower: 1, upper: 2, count: 1 },
  ];
  assert.deepEqual(part?.items, [
    { ...emptyPoint('histogram'), ...common, name: 'histogram', count: 2, sum: 2.5, buckets, isDelta: true },
    { ...emptyPoint('gauge'), ...common, name: 'gauge', value: 1.25 },
    { ...emptyPoint('sum'), ...common, name: 'sum', value: 42, isDelta: true, isMonotonic: true },
  ]);
});

/** As much of a record as the encoder reads. */
function asLogs(records: unknown): Logs {
  return records as Logs;
}

function asMetrics(metrics: unknown): Metrics {
  return metrics as Metrics;
}

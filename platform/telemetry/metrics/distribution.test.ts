import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { readByShape } from '../../testing/protobuf-fields.ts';
import { createDistribution } from './distribution.ts';
import { metricsRequest } from './write-metric.ts';

const ids = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: '00f067aa0ba902b7' };

function inSpan(spanId: string, traceFlags = 1) {
  return trace.setSpanContext(ROOT_CONTEXT, { ...ids, spanId, traceFlags });
}

test('of each bucket the slowest measurement names its span', () => {
  const { record, series } = createDistribution([1, 10]);
  record(0.5, {}, inSpan('00f067aa0ba902b1'));
  record(5, {}, inSpan('00f067aa0ba902b2'));
  record(9, {}, inSpan('00f067aa0ba902b3'));
  record(7, {}, inSpan('00f067aa0ba902b4'));
  const [point] = series.all();
  assert.deepEqual(
    point?.exemplars.map((exemplar) => exemplar && [exemplar.value, exemplar.spanId]),
    [[0.5, '00f067aa0ba902b1'], [9, '00f067aa0ba902b3'], undefined],
  );
});

test('once they were read, the next measurement takes its place, however fast it was', () => {
  const { record, read, series } = createDistribution([10]);
  record(9, {}, inSpan('00f067aa0ba902b1'));
  read();
  record(2, {}, inSpan('00f067aa0ba902b2'));
  assert.equal(series.all()[0]?.exemplars[0]?.value, 2);
});

test('what was measured outside of a span, or in one that nobody will see, names none', () => {
  const { record, series } = createDistribution([1]);
  record(0.5, {}, ROOT_CONTEXT);
  record(0.5, {}, inSpan(ids.spanId, 0));
  assert.deepEqual(series.all()[0]?.exemplars, [undefined, undefined]);
});

test('a measurement is sent with its trace, and only once', () => {
  const { record, series } = createDistribution([1]);
  record(0.5, {}, inSpan(ids.spanId));
  const metric = { name: 'seconds', unit: 's', description: '', type: 'histogram', buckets: [1] } as const;
  const reading = {
    resource: {},
    startedAtMs: 1,
    readAtMs: Date.now() + 1,
    metrics: [{ ...metric, points: series.all() }],
  };
  const exemplarsIn = (body: Buffer) =>
    JSON.stringify(readByShape(body, { 1: { 2: { 2: { 9: { 1: { 8: {} } } } } } })).includes(ids.traceId);
  assert.equal(exemplarsIn(metricsRequest(reading)), true);
  assert.equal(exemplarsIn(metricsRequest(reading, reading.readAtMs)), false);
});

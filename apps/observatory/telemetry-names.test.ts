import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import type { MetricData } from '@octo/platform/telemetry/metrics/metric-data.ts';
import { readMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import { metricNames as platformMetricNames } from '@octo/platform/telemetry/names/metrics.ts';
import { telemetryNames as platformTelemetryNames } from '@octo/platform/telemetry/names.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { countIntake } from './count-intake.ts';
import { countWatch } from './count-watch.ts';
import { metricNames, telemetryNames } from './telemetry-names.ts';
import { logsBody, newTraceId, tracesBody } from './testing/otlp-json.ts';
import { databaseAway, scriptedDatabase, totalsOf } from './testing/scripted-database.ts';
import { createTestObservatory } from './testing/test-observatory.ts';

recordSpans();
const catalogue = [...platformMetricNames, ...metricNames];
const database = scriptedDatabase();
let nowMs = Date.now();
const clock = { now: () => new Date(nowMs) };
const address = { INSIGHT_DATABASE_URL: 'postgres://octo_insight@127.0.0.1/octo' };
const t = await createTestObservatory(address, { database, clock });
const { watch } = t.observatory;
assert.ok(watch);
const counting = [countIntake(t.observatory), countWatch(watch)];
after(async () => {
  for (const one of counting) one[Symbol.dispose]();
  await t[Symbol.asyncDispose]();
});

/** What it counts after it took something, cut some of it, and refused something else. */
async function counted(): Promise<readonly MetricData[]> {
  const [traceId, hourMs] = [newTraceId(), 3_600_000];
  await t.send('traces', tracesBody('shop', [{ traceId, attributes: { text: 'x'.repeat(100_000) } }]));
  await t.send('traces', tracesBody('shop', [{ traceId, startMs: Date.now() + 100 * hourMs }]));
  await t.send('logs', logsBody('shop', [{ body: 'a line', traceId }]));
  await t.app.inject({ method: 'POST', url: '/v1/traces', payload: { resourceSpans: 'garbage' } });
  await t.app.inject('/nowhere');
  await watchDatabase();
  const reading = await readMetrics();
  assert.ok(reading);
  return reading.metrics;
}

/** A look, a second in which the database is away, and a look a minute later. */
async function watchDatabase(): Promise<void> {
  const look = async (afterMs: number) => {
    nowMs += afterMs;
    await watch?.turn();
    await watch?.idle();
  };
  database.totals = [totalsOf('1', 1)];
  await look(0);
  database.failure = databaseAway();
  await look(1000);
  database.failure = undefined;
  database.totals = [totalsOf('1', 2)];
  await look(59_000);
}

const metrics = await counted();

function attributesOf({ points }: MetricData): string[] {
  return [...new Set(points.flatMap(({ attributes }) => Object.keys(attributes)))];
}

for (const metric of metrics)
  test(`${metric.name} is in the catalogue, with its unit and its attributes`, () => {
    const known: Metric | undefined = catalogue.find(({ name }) => name === metric.name);
    assert.deepEqual([known?.type, known?.unit], [metric.type, metric.unit]);
    const unknown = attributesOf(metric).filter((name) => !known?.attributes.includes(name));
    assert.deepEqual(unknown, []);
  });

test('the catalogue names no metric that the observatory does not count, and no attribute without its meaning', () => {
  const names = metrics.map(({ name }) => name);
  assert.deepEqual(
    metricNames.map(({ name }) => name).filter((name) => !names.includes(name)),
    [],
  );
  const explained = [...platformTelemetryNames, ...telemetryNames]
    .filter(({ on }) => on.includes('metric'))
    .map(({ name }) => name);
  const unexplained = metricNames.flatMap(({ attributes }) => attributes).filter((name) => !explained.includes(name));
  assert.deepEqual(unexplained, []);
});

function sumOf(name: string): number {
  const points = metrics.find((metric) => metric.name === name)?.points ?? [];
  return points.reduce((sum, point) => sum + ('value' in point ? point.value : 0), 0);
}

test('how the database is watched is counted', () => {
  assert.equal(sumOf('octo.observatory.database.samples.taken'), 2);
  assert.equal(sumOf('octo.observatory.database.samples.missed'), 59);
  assert.equal(sumOf('octo.observatory.database.minutes'), 1);
  assert.ok(sumOf('octo.observatory.database.size') > 0);
});

test('what was taken, refused and cut is counted', () => {
  assert.equal(sumOf('octo.observatory.records.taken'), 2);
  assert.equal(sumOf('octo.observatory.records.refused'), 1);
  assert.ok(sumOf('octo.observatory.parts.cut') > 0);
  assert.ok(sumOf('octo.observatory.store.size') > 0);
});

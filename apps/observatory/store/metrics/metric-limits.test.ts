import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { resourceOf } from '../../otlp/limits.ts';
import { emptyPoint, type FlatAttributes, type MetricPointRecord } from '../../otlp/records.ts';
import { metricWindowReader } from '../alarms/read-metric-windows.ts';
import { tracesSchema } from '../traces/schema.ts';
import { metricRoom } from './metric-room.ts';
import { metricReader } from './read-metrics.ts';
import { metricsSchema } from './schema.ts';
import { metricTrimmer } from './trim-metrics.ts';
import { metricWriter } from './write-metrics.ts';

const startMs = Date.UTC(2026, 10, 22, 9);
const hourMs = 3_600_000;
const megabyte = 1024 * 1024;

function openHere(limitBytes: number) {
  const db = new DatabaseSync(':memory:');
  db.exec([tracesSchema, metricsSchema].join('\n'));
  let nowMs = startMs;
  const room = metricRoom(db);
  const writer = metricWriter(db, room, limitBytes);
  const trimmer = metricTrimmer(db, room, { limitBytes, onSeriesGone: writer.forget });
  return {
    room,
    writer,
    reader: metricReader(db, () => nowMs),
    alarmReader: metricWindowReader(db),
    count: (table: string) => Number(db.prepare(`select count(*) as n from ${table}`).get()?.n),
    stepsIn(fromMs: number, toMs: number): number {
      const between = db.prepare('select count(*) as n from metric_steps where at >= ? and at < ?');
      return Number(between.get(fromMs / 10_000, toMs / 10_000)?.n);
    },
    write(points: readonly Partial<MetricPointRecord>[], atMs: number, process: FlatAttributes = {}) {
      nowMs = atMs;
      const about = {
        ...emptyPoint('gauge'),
        unit: '',
        description: '',
        name: 'level',
        timeNano: BigInt(atMs) * 1_000_000n,
      };
      const items = points.map((point) => ({ ...about, ...point }));
      writer.write([{ resource: resourceOf({ 'service.name': 'shop', ...process }), items }], atMs);
    },
    trim(atMs: number) {
      nowMs = atMs;
      while (trimmer.step(atMs));
    },
  };
}

const levels = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: 1, attributes: { part: `${from + at}` } }));

test('a metric has so many series at most, and what goes beyond is told', () => {
  const { write, writer, reader } = openHere(100 * megabyte);
  write(levels(0, 2500), startMs);
  assert.equal(writer.leftOut(), 500);
  assert.equal(reader.catalogue({ service: undefined, q: undefined })[0]?.seriesCount, 2000);
});

test('processes that are gone leave room for those that come', () => {
  const { write, writer, trim, count } = openHere(100 * megabyte);
  for (let start = 0; start < 12; start += 1) {
    const atMs = startMs + start * 900_000;
    write(levels(start * 200, 200), atMs);
    for (let round = 0; round < 20; round += 1) trim(atMs);
  }
  assert.equal(writer.leftOut(), 0);
  assert.ok(count('metric_series') <= 1800, `${count('metric_series')} series`);
  assert.equal(count('metric_minutes'), count('metric_series'));
});

test('what no number is has no history', () => {
  const { write, writer, count } = openHere(megabyte);
  write([{ value: Number.NaN }, { value: Number.POSITIVE_INFINITY }], startMs);
  assert.deepEqual([writer.leftOut(), count('metric_steps')], [2, 0]);
});

test('what grows beyond all numbers is left out, and told as nothing where it was added up', async () => {
  const { write, writer, reader } = openHere(megabyte);
  const spread = { ...emptyPoint('histogram'), name: 'spread', startNano: 1n };
  for (const [count, sum] of [
    [1, 1e308],
    [2, -1e308],
    [3, 1e308],
  ] as const)
    write([{ ...spread, count, sum, timeNano: BigInt(startMs + count) * 1_000_000n }], startMs);
  assert.equal(writer.leftOut(), 1);
  write(
    ['a', 'b'].map((part) => ({ value: 1e308, attributes: { part } })),
    startMs,
  );
  const metric = reader.find('level');
  assert.ok(metric);
  const span = { fromMs: startMs - 10_000, toMs: startMs, stepMs: 10_000 };
  const series = reader.seriesOf(metric.id);
  const { groups } = await reader.history({ metric, series, aggregation: 'sum', groupBy: [], ...span });
  assert.deepEqual(groups[0]?.points, [null]);
});

test('measurements that lie behind their point are not kept', () => {
  const { write, count } = openHere(megabyte);
  const exemplar = (atMs: number) => ({
    timeNano: BigInt(atMs) * 1_000_000n,
    value: 1,
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
  });
  write([{ exemplars: [exemplar(startMs - 1000), exemplar(startMs + 86_400_000)] }], startMs);
  assert.equal(count('metric_exemplars'), 1);
});

test('steps leave after two hours, minutes after three days, and a silent series with them', () => {
  const { write, trim, count } = openHere(megabyte);
  write(levels(0, 1), startMs);
  trim(startMs + 3 * hourMs);
  assert.deepEqual([count('metric_steps'), count('metric_minutes'), count('metric_series')], [0, 1, 1]);
  trim(startMs + 73 * hourMs);
  assert.deepEqual([count('metric_minutes'), count('metric_series'), count('metric_latest')], [0, 0, 0]);
  write(levels(0, 1), startMs + 74 * hourMs);
  assert.equal(count('metric_series'), 1);
});

test('where there is too little room the oldest goes, and what came last is there', () => {
  const limitBytes = megabyte / 2;
  const { write, trim, room, stepsIn } = openHere(limitBytes);
  for (let step = 0; step < 700; step += 1) {
    write(levels(0, 40), startMs + step * 10_000);
    if (step % 10 === 0) trim(startMs + step * 10_000);
  }
  const endMs = startMs + 7_000_000;
  trim(endMs);
  assert.ok(room.bytes() <= limitBytes, `${room.bytes()} bytes`);
  assert.equal(stepsIn(endMs - 50_000, endMs), 160);
  assert.equal(stepsIn(startMs - 10_000, startMs + 600_000), 0);
});

test('of a time whose steps had to make room the minutes are shown, or nothing; alarms see all of it', async () => {
  const { write, trim, reader, alarmReader } = openHere(megabyte / 2);
  const served = {
    kind: 'sum',
    name: 'served',
    isMonotonic: true,
    startNano: BigInt(startMs - 1) * 1_000_000n,
  } as const;
  let value = 0;
  for (let step = 0; step < 700; step += 1) {
    value += 1;
    write([...levels(0, 40), { ...served, value }], startMs + step * 10_000);
    if (step % 10 === 0) trim(startMs + step * 10_000);
  }
  const toMs = startMs + 6_960_000;
  trim(toMs);
  const metric = reader.find('served');
  assert.ok(metric);
  const series = reader.seriesOf(metric.id);
  const common = { metric, series, aggregation: 'sum', groupBy: [], fromMs: toMs - 3_600_000, toMs } as const;
  const fine = await reader.history({ ...common, stepMs: 10_000 });
  const points = fine.groups[0]?.points ?? [];
  assert.deepEqual([points[0], points.at(-1), points.includes(0)], [null, 1, false]);
  const coarse = await reader.history({ ...common, stepMs: 60_000 });
  assert.deepEqual(new Set(coarse.groups[0]?.points), new Set([6]));
  assert.equal(alarmReader.measure({ metric: 'served', take: 'increase' }, common, toMs), 360);
});

test('newest points of processes without end leave sooner, and take no history with them', () => {
  const { write, trim, room, count } = openHere(megabyte);
  const counted = { kind: 'sum', name: 'served', isMonotonic: true, value: 1 } as const;
  write(levels(1, 1), startMs);
  for (let minute = 0; minute < 60; minute += 1) {
    const atMs = startMs + minute * 60_000;
    for (let process = 0; process < 200; process += 1)
      write([counted], atMs, { 'service.instance.id': `${minute}-${process}` });
    write(levels(0, 1), atMs);
    for (let round = 0; round < 5; round += 1) trim(atMs);
  }
  assert.ok(room.bytes() <= megabyte, `${room.bytes()} bytes`);
  assert.ok(count('metric_latest') < 6000, `${count('metric_latest')} newest points`);
  assert.ok(count('metric_steps') >= 60);
  assert.equal(count('metric_series'), 3, 'nor what fell silent long ago');
});

test('names and attributes fill no more than half of the room', () => {
  const { write, room, writer } = openHere(megabyte);
  for (let metric = 0; metric < 20; metric += 1)
    write(
      levels(0, 100).map((point) => ({
        ...point,
        name: `m${metric}`,
        attributes: { ...point.attributes, x: 'x'.repeat(900) },
      })),
      startMs,
    );
  assert.ok(writer.leftOut() > 0 && room.bytes() < megabyte, `${room.bytes()} bytes`);
});

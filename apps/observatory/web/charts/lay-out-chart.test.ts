import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartData, ChartSeries } from './chart.ts';
import { layOutChart } from './lay-out-chart.ts';

const size = { width: 400, height: 200 };

function seriesOf(key: string, values: readonly (number | null)[]): ChartSeries {
  return { key, title: key, points: values.map((value, index) => ({ atMs: index * 10_000, value })) };
}

function dataOf(kind: ChartData['kind'], ...series: ChartSeries[]): ChartData {
  return { series, kind, unit: 'none', from: 0, to: 40_000 };
}

test('the first moment stands at the left axis, the last at the right end, zero on the ground', () => {
  const { shapes, left, top, width, height } = layOutChart(dataOf('line', seriesOf('a', [0, 50, 100, 50, 0])), size);
  const points = [...(shapes[0]?.line ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  assert.deepEqual(points[0], [left, top + height]);
  assert.deepEqual(points[2], [left + width / 2, top]);
  assert.deepEqual(points.at(-1), [left + width, top + height]);
});

test('a line breaks at a gap, and a value between two gaps is a dot', () => {
  const [shape] = layOutChart(dataOf('line', seriesOf('a', [1, 1, null, 2, null])), size).shapes;
  assert.equal(shape?.line.match(/M/g)?.length, 2);
  assert.equal(shape?.dots.length, 1);
});

test('bars of one moment stand on each other, and nothing makes no bar', () => {
  const { shapes, top, height } = layOutChart(dataOf('bars', seriesOf('a', [30, 0]), seriesOf('b', [70, 5])), size);
  const [below, above] = [shapes[0]?.bars[0], shapes[1]?.bars[0]];
  assert.equal((below?.y ?? 0) + (below?.height ?? 0), top + height);
  assert.equal(Number(((above?.y ?? 0) + (above?.height ?? 0)).toFixed(6)), Number(below?.y.toFixed(6)));
  assert.equal(Number(above?.y.toFixed(6)), top);
  assert.equal(shapes[0]?.bars.length, 1);
});

test('a threshold and a mark above all values still have room', () => {
  const { thresholds, marks, top } = layOutChart(
    {
      ...dataOf('line', seriesOf('a', [1, 2])),
      thresholds: [{ value: 10, title: 'objective', tone: 'warn' }],
      marks: [
        { atMs: 20_000, value: 8, title: 'a trace', href: '/traces/1' },
        { atMs: 90_000, value: 8, title: 'a later one', href: '/traces/2' },
      ],
    },
    size,
  );
  assert.equal(thresholds[0]?.y, top);
  assert.equal(marks.length, 1);
});

test('a place on the chart is a moment, and none lies outside', () => {
  const layout = layOutChart(dataOf('line', seriesOf('a', [1, 2])), size);
  assert.equal(layout.timeAt(layout.left + layout.width / 2), 20_000);
  assert.equal(layout.timeAt(-50), 0);
  assert.equal(layout.timeAt(5_000), 40_000);
  assert.deepEqual(layout.moments, [0, 10_000]);
});

test('nothing measured is an axis without a shape', () => {
  const layout = layOutChart(dataOf('stacked'), size);
  assert.deepEqual([layout.shapes, layout.moments], [[], []]);
  assert.ok(layout.valueTicks.length >= 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScatterPoint } from '@octo/contracts/observatory.ts';
import { layOutPoints, nearestPoint, partIn } from './lay-out-points.ts';

const startMs = 1_795_317_600_000;
const field = { width: 1000, height: 100, fromMs: undefined, toMs: undefined };

function point(afterMs: number, durationMs: number): ScatterPoint {
  const startTimeUnixNano = `${startMs + afterMs}000000`;
  return { traceId: 'a', service: 'shop', name: 'GET /', startTimeUnixNano, durationMs, isError: false };
}

test('points stand by their start and by the power of ten of their duration', () => {
  const { points, durations } = layOutPoints([point(0, 1), point(500, 10), point(1000, 100)], field);
  assert.deepEqual(
    points.map(({ x, y }) => [Math.round(x), Math.round(y)]),
    [
      [0, 100],
      [500, 50],
      [1000, 0],
    ],
  );
  assert.deepEqual(
    durations.map(({ ms }) => Math.round(ms)),
    [1, 10, 100],
  );
});

test('the window that was asked for is drawn whole', () => {
  const { points, timeAt } = layOutPoints([point(500, 5)], { ...field, fromMs: startMs, toMs: startMs + 1000 });
  assert.equal(Math.round(points[0]?.x ?? 0), 500);
  assert.equal(timeAt(250), startMs + 250);
});

test('a place in the picture is a moment and a duration, and beside the picture its edge', () => {
  const { timeAt, durationAt } = layOutPoints([point(0, 1), point(1000, 100)], field);
  assert.deepEqual([timeAt(-20), timeAt(2000)], [startMs, startMs + 1000]);
  assert.ok(Math.abs(durationAt(50) - 10) < 1e-9);
});

test('a drag chooses a time and a duration, or along one axis that one alone', () => {
  const layout = layOutPoints([point(0, 1), point(1000, 100)], field);
  const box = { left: 250, top: 0, width: 500, height: 100 };
  const { minMs, maxMs, ...times } = partIn(layout, box);
  assert.deepEqual(times, { fromMs: startMs + 250, toMs: startMs + 750 });
  assert.deepEqual(
    [minMs, maxMs].map((ms) => Math.round(ms ?? 0)),
    [1, 100],
  );
  assert.deepEqual(partIn(layout, { ...box, height: 3 }), times);
  assert.deepEqual(Object.keys(partIn(layout, { ...box, width: 2 })), ['minMs', 'maxMs']);
});

test('nothing, one point and a duration of zero are drawn too', () => {
  assert.deepEqual(layOutPoints([], field).points, []);
  const { points } = layOutPoints([point(0, 0)], field);
  assert.ok(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
});

test('the nearest point is found, unless all are far', () => {
  const { points } = layOutPoints([point(0, 1), point(1000, 100)], field);
  assert.equal(nearestPoint(points, 990, 5), points[1]);
  assert.equal(nearestPoint(points, 500, 50), undefined);
});

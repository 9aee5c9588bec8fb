import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointSample, type SampledPoint } from './point-sample.ts';

function pointsOf(count: number, about: (at: number) => Partial<SampledPoint> = () => ({})): SampledPoint[] {
  return Array.from({ length: count }, (_, at) => ({
    traceId: ((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(32, '0'),
    durationMs: 5,
    isError: false,
    ...about(at),
  }));
}

function chosen(points: readonly SampledPoint[], most = 100): SampledPoint[] {
  const sample = pointSample(most);
  for (const point of points) sample.add(point);
  return sample.points();
}

test('few points are all chosen', () => {
  assert.equal(chosen(pointsOf(100)).length, 100);
});

test('of many points the errors and the slow ones stay', () => {
  const points = pointsOf(10_000, (at) => ({ isError: at % 1000 === 0, durationMs: at % 999 === 0 ? 900 : 5 }));
  const found = chosen(points);
  assert.equal(found.length, 100);
  assert.equal(found.filter(({ isError }) => isError).length, 10);
  assert.equal(found.filter(({ isError, durationMs }) => !isError && durationMs === 900).length, 10);
});

test('where everything fails, what does not is drawn too', () => {
  const found = chosen(pointsOf(10_000, (at) => ({ isError: at % 10 !== 0 })));
  assert.equal(found.filter(({ isError }) => isError).length, 40);
  assert.equal(found.filter(({ isError }) => !isError).length, 60);
});

test('whoever looks again sees the same points', () => {
  const points = pointsOf(5000);
  const ids = (found: SampledPoint[]) => found.map(({ traceId }) => traceId).sort();
  assert.deepEqual(ids(chosen(points.toReversed())), ids(chosen(points)));
});

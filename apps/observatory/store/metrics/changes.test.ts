import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPoint, type MetricPointRecord } from '../../otlp/records.ts';
import { changeOf, levelOf, type Seen, seenAfter } from './changes.ts';

const second = 1_000_000_000n;

function sumAt(seconds: number, value: number, more: Partial<MetricPointRecord> = {}): MetricPointRecord {
  const about = { name: 'orders', unit: '{order}', description: '' };
  const times = { startNano: second, timeNano: BigInt(seconds) * second };
  return { ...emptyPoint('sum'), ...about, ...times, isMonotonic: true, value, ...more };
}

/** What each of these points adds, one after the other. */
function growths(points: readonly MetricPointRecord[], isNewSeries = false): (number | undefined)[] {
  let seen: Seen | undefined;
  return points.map((point) => {
    const change = changeOf(point, seen, isNewSeries && !seen);
    seen = seenAfter(point, seen, point.value ?? 0);
    return change?.value;
  });
}

test('a sum that was there before us counts from the second point on, one that is new from the first', () => {
  const points = [sumAt(10, 100), sumAt(20, 103), sumAt(30, 103)];
  assert.deepEqual(growths(points), [undefined, 3, 0]);
  assert.deepEqual(growths(points, true), [100, 3, 0]);
});

test('a point that comes twice, or late, adds nothing, and the next one is right all the same', () => {
  assert.deepEqual(growths([sumAt(10, 1), sumAt(30, 5), sumAt(30, 5), sumAt(20, 3), sumAt(40, 6)], true), [
    1,
    4,
    undefined,
    undefined,
    1,
  ]);
});

test('a process that was started again counts all of what it tells', () => {
  assert.deepEqual(growths([sumAt(10, 100), sumAt(20, 2, { startNano: 15n * second })]), [undefined, 2]);
  assert.deepEqual(growths([sumAt(10, 100), sumAt(20, 200, { startNano: 15n * second })]), [undefined, 200]);
});

test('a sum that became less was set back, though nobody said so', () => {
  assert.deepEqual(growths([sumAt(10, 100, { startNano: 0n }), sumAt(20, 4, { startNano: 0n })]), [undefined, 4]);
});

test('what came in a long silence belongs to no moment', () => {
  assert.deepEqual(growths([sumAt(10, 100), sumAt(1000, 900), sumAt(1010, 901)]), [undefined, undefined, 1]);
});

test('what came since the point before is taken as it is, late or not, but never twice', () => {
  const delta = (seconds: number, value: number) => sumAt(seconds, value, { isDelta: true });
  assert.deepEqual(growths([delta(10, 4), delta(30, 2), delta(20, 3), delta(30, 2)]), [4, 2, 3, undefined]);
});

test('a distribution grows by its count, its sum and each of its buckets', () => {
  const spread = (seconds: number, counts: readonly number[], sum: number) => {
    const buckets = counts.map((count, index) => ({ lower: index || null, upper: index + 1, count }));
    return sumAt(seconds, 0, {
      ...emptyPoint('histogram'),
      timeNano: BigInt(seconds) * second,
      buckets,
      sum,
      count: 9,
    });
  };
  const seen = seenAfter({ ...spread(10, [1, 2], 5), count: 3 }, undefined, 0);
  const change = changeOf({ ...spread(20, [1, 4], 9), count: 5 }, seen, false);
  assert.deepEqual(change, { value: 0, count: 2, sum: 4, buckets: [{ lower: 1, upper: 2, count: 2 }] });
});

test('a sum that goes both ways is what it is, or what its changes add up to', () => {
  const level = sumAt(10, 5, { isMonotonic: false });
  assert.equal(levelOf(level, undefined), 5);
  const seen = seenAfter(level, undefined, 5);
  assert.equal(levelOf(sumAt(20, -2, { isDelta: true }), seen), 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medianOf, quantileOf, ratiosOf, spreadOf } from './statistics.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

// The ranks of the tables of the sign test at 5 %, two-sided.
const intervals: [count: number, low: number, high: number][] = [
  [5, 1, 5],
  [6, 1, 6],
  [8, 1, 8],
  [9, 2, 8],
  [15, 4, 12],
  [20, 6, 15],
  [25, 8, 18],
];

for (const [count, low, high] of intervals) {
  test(`of ${count} rounds, the values of rank ${low} and ${high} hold the median`, () => {
    const { low: found, high: above } = spreadOf(upTo(count).toReversed());
    assert.deepEqual([found, above], [low, high]);
  });
}

test('the median of an even number of values lies between the two in the middle', () => {
  assert.deepEqual([medianOf([1, 2, 9]), medianOf([1, 2, 4, 9]), medianOf([7])], [2, 3, 7]);
});

test('one outlier moves neither the median nor the interval', () => {
  assert.deepEqual(spreadOf([...upTo(14), 1_000_000]), spreadOf(upTo(15)));
});

test('a quantile is a value that was measured', () => {
  const hundred = upTo(100);
  assert.deepEqual(
    [0, 0.5, 0.95, 0.99, 1].map((share) => quantileOf(hundred, share)),
    [1, 50, 95, 99, 100],
  );
  assert.equal(quantileOf([3], 0.99), 3);
});

test('nothing measured is not a number, never nought', () => {
  const { low, median, high } = spreadOf([]);
  assert.deepEqual([low, median, high, quantileOf([], 0.5)], [Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

test('ratios are of the same round', () => {
  assert.deepEqual(ratiosOf([2, 9], [1, 3]), [2, 3]);
});

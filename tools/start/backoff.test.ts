import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoffMs, countFailure } from './backoff.ts';

test('doubles with every failure in a row and stops growing at half a minute', () => {
  assert.deepEqual([1, 2, 3, 4, 7, 8, 100].map(backoffMs), [500, 1000, 2000, 4000, 30_000, 30_000, 30_000]);
});

test('failures that follow each other quickly add up', () => {
  assert.equal(countFailure(3, 10_000), 4);
});

test('a long healthy run makes the next failure the first one', () => {
  assert.equal(countFailure(9, 60_000), 1);
});

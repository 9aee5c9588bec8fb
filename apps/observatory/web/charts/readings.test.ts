import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, readingWords, summarise, valueAt } from './readings.ts';

const series = {
  key: 'p95',
  title: 'p95',
  points: [
    { atMs: 0, value: 900 },
    { atMs: 10, value: 2 },
    { atMs: 20, value: null },
    { atMs: 30, value: 4 },
  ],
};

test('a series is summed up from what is drawn, gaps left out', () => {
  assert.deepEqual(summarise(series, 10, 30), { series, latest: 4, lowest: 2, average: 3, highest: 4 });
  assert.equal(summarise(series, 15, 25).latest, null);
});

test('a moment is read out with the unit, and a gap as a gap', () => {
  assert.equal(readingWords({ series: [series], unit: 'ms' }, 30), 'p95 4 ms');
  assert.equal(readingWords({ series: [series], unit: 'ms' }, 20), 'p95 –');
  assert.equal(valueAt(series, 5), null);
});

test('the pointer reads the nearest moment', () => {
  assert.equal(nearest([0, 10, 20], 13), 10);
  assert.equal(nearest([], 13), undefined);
});

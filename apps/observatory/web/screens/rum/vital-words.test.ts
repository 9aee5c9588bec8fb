import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatVital, limitWords, ratingOf } from './vital-words.ts';

test('a value is judged by the limits of its vital, which belong to the better side', () => {
  assert.deepEqual(
    [2500, 2501, 4000, 4001].map((value) => ratingOf('LCP', value)),
    ['good', 'needsImprovement', 'needsImprovement', 'poor'],
  );
  assert.deepEqual([ratingOf('CLS', 0.1), ratingOf('CLS', 0.26)], ['good', 'poor']);
});

test('a shift has no unit, and everything else is time', () => {
  assert.equal(formatVital('CLS', 0.123), '0.12');
  assert.match(formatVital('INP', 200), /^200 ms$/);
  assert.match(limitWords('LCP'), /^Good up to 2\.50 s, poor beyond 4 s$/);
});

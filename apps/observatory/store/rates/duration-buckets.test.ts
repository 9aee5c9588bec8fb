import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bucketOf, percentile } from './duration-buckets.ts';

test('a percentile is right within 3 %, its rounding included', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1e7, noNaN: true }), { minLength: 1 }), (durations) => {
      const counts = new Map<number, number>();
      for (const duration of durations) counts.set(bucketOf(duration), (counts.get(bucketOf(duration)) ?? 0) + 1);
      const sorted = durations.toSorted((one, other) => one - other);
      for (const share of [0.5, 0.95, 0.99, 1]) {
        const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
        assert.ok(Math.abs((percentile(counts, share) ?? 0) - exact) <= exact * 0.031);
      }
    }),
  );
});

test('of nothing there is no percentile, and no time at all is short', () => {
  assert.equal(percentile(new Map(), 0.5), null);
  assert.equal(bucketOf(0), 0);
});

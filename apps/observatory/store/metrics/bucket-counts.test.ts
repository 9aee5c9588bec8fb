import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exponentialBuckets } from '../../otlp/buckets.ts';
import { addUp, countWithin, packBuckets, percentileOf, unpackBuckets } from './bucket-counts.ts';

const buckets = [
  { lower: null, upper: 0.1, count: 50 },
  { lower: 0.1, upper: 0.5, count: 40 },
  { lower: 0.5, upper: null, count: 10 },
];

test('a percentile lies in its bucket, as far in as its share of the values', () => {
  assert.equal(percentileOf(buckets, 0.25), 0.05);
  assert.equal(percentileOf(buckets, 0.5), 0.1);
  assert.equal(Number(percentileOf(buckets, 0.7)?.toFixed(9)), 0.3);
});

test('above the last bound nothing is known but the bound, and of nothing there is no percentile', () => {
  assert.equal(percentileOf(buckets, 0.99), 0.5);
  assert.equal(percentileOf([], 0.5), undefined);
});

test('how many stayed within is told of whole buckets, and of a part of the one that lies across', () => {
  assert.equal(countWithin(buckets, 0.5), 90);
  assert.equal(countWithin(buckets, 0.3), 70);
  assert.equal(countWithin(buckets, 100), 90);
});

test('buckets are added up by their bounds', () => {
  const more = [{ lower: 0.1, upper: 0.5, count: 2 }];
  assert.deepEqual(
    addUp([more, buckets]).map(({ count }) => count),
    [50, 42, 10],
  );
});

test('what is packed comes back as it was', () => {
  assert.deepEqual(unpackBuckets(packBuckets(buckets)), buckets);
  assert.deepEqual(unpackBuckets(null), []);
});

test('an exponential histogram tells percentiles within a fifth, whatever its scale', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 2, max: 6 }),
      (values, scale) => {
        const indexes = values.map((value) => Math.ceil(Math.log2(value) * 2 ** scale) - 1);
        const offset = Math.min(...indexes);
        const counts = Array.from(
          { length: Math.max(...indexes) - offset + 1 },
          (_, at) => indexes.filter((one) => one - offset === at).length,
        );
        const kept = exponentialBuckets({ scale, offset, counts, zeroCount: 0 });
        const largest = Math.max(...values);
        const found = percentileOf(kept, 1) ?? 0;
        assert.ok(found >= largest * 0.999 && found <= largest * 1.2, `${found} of ${largest}`);
      },
    ),
  );
});

import type { BucketCount } from '../../otlp/records.ts';

export type Buckets = readonly BucketCount[];

/** Later less earlier, bucket by bucket; what became less was begun anew and is left out. */
export function subtract(later: Buckets, earlier: Buckets): BucketCount[] {
  const before = new Map(earlier.map(({ upper, count }) => [upper, count]));
  return later
    .map((bucket) => ({ ...bucket, count: bucket.count - (before.get(bucket.upper) ?? 0) }))
    .filter(({ count }) => count > 0);
}

/** All of them as one, from the lowest up. */
export function addUp(parts: Iterable<Buckets>): BucketCount[] {
  const sums = new Map<number | null, BucketCount>();
  for (const buckets of parts)
    for (const bucket of buckets) {
      const known = sums.get(bucket.upper);
      if (known) known.count += bucket.count;
      else sums.set(bucket.upper, { ...bucket });
    }
  return [...sums.values()].sort((one, other) => topOf(one) - topOf(other));
}

/**
 * The value that a share of all stayed within, as if they were spread evenly in their bucket; undefined of none. Above the
 * last bound nothing is known but the bound.
 */
export function percentileOf(buckets: Buckets, share: number): number | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  let rest = total * share;
  for (const { lower, upper, count } of addUp([buckets])) {
    if (rest > count) {
      rest -= count;
      continue;
    }
    if (upper === null) return lower ?? undefined;
    const from = lower ?? Math.min(0, upper);
    return from + ((upper - from) * rest) / count;
  }
  return undefined;
}

/** How many of them were at most so large; those of a bucket that lies across it in part. */
export function countWithin(buckets: Buckets, most: number): number {
  return buckets.reduce((sum, { lower, upper, count }) => {
    if (upper !== null && upper <= most) return sum + count;
    const from = lower ?? Math.min(0, upper ?? 0);
    if (upper === null || from >= most) return sum;
    return sum + (count * (most - from)) / (upper - from);
  }, 0);
}

/** In little space, as the store keeps them. */
export function packBuckets(buckets: Buckets): string {
  return JSON.stringify(buckets.flatMap(({ lower, upper, count }) => [lower, upper, count]));
}

export function unpackBuckets(packed: unknown): BucketCount[] {
  if (typeof packed !== 'string') return [];
  const numbers: (number | null)[] = JSON.parse(packed);
  return Array.from({ length: numbers.length / 3 }, (_, at) => ({
    lower: numbers[at * 3] ?? null,
    upper: numbers[at * 3 + 1] ?? null,
    count: numbers[at * 3 + 2] ?? 0,
  }));
}

function topOf({ upper }: BucketCount): number {
  return upper ?? Number.POSITIVE_INFINITY;
}

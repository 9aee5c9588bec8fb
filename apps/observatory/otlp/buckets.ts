import { limits, type Tally } from './limits.ts';
import type { BucketCount } from './records.ts';

/** Buckets by their upper bounds, with one more for what is above all of them. */
export function explicitBuckets(counts: readonly number[], bounds: readonly number[], tally: Tally): BucketCount[] {
  if (counts.length !== bounds.length + 1) return [];
  if (bounds.length > limits.buckets) {
    tally.cut += 1;
    return [];
  }
  return counts.flatMap((count, index) => {
    const [lower, upper] = [bounds[index - 1] ?? null, bounds[index] ?? null];
    return count > 0 ? [{ lower, upper, count }] : [];
  });
}

/** What an exponential histogram tells of the values above zero. */
export interface ExponentialBuckets {
  scale: number;
  offset: number;
  counts: readonly number[];
  zeroCount: number;
}

/** Four buckets for each doubling, about a fifth wider each than the one before. */
const finestScale = 2;
const coarsestScale = -10;
const farthestIndex = 1000;

/** Buckets of which each is wider than the one before by the same factor; finer ones are put together. */
export function exponentialBuckets({ scale, offset, counts, zeroCount }: ExponentialBuckets): BucketCount[] {
  const kept = Math.min(scale, finestScale);
  if (kept < coarsestScale) return [];
  const base = 2 ** (2 ** -kept);
  const byIndex = new Map<number, number>();
  for (const [at, count] of counts.entries()) {
    const index = Math.floor((offset + at) / 2 ** (scale - kept));
    if (count > 0 && Math.abs(index) < farthestIndex) byIndex.set(index, (byIndex.get(index) ?? 0) + count);
  }
  const zeros = zeroCount > 0 ? [{ lower: null, upper: 0, count: zeroCount }] : [];
  const others = [...byIndex].sort(([one], [other]) => one - other);
  return [
    ...zeros,
    ...others.map(([index, count]) => ({ lower: base ** index, upper: base ** (index + 1), count })),
  ].filter(({ upper }) => Number.isFinite(upper));
}

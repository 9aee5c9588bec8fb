import type { Attributes } from '@opentelemetry/api';
import type { HistogramPoint } from './metric-data.ts';
import { createSeries, type Series } from './series.ts';

/** As the specification has it for who names none. */
export const defaultBuckets = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];

export interface Distribution {
  readonly series: Series<HistogramPoint>;
  record(value: number, attributes?: Attributes): void;
}

/** Counts values by the bucket they fall into; negative ones are left out, as the specification asks. */
export function createDistribution(buckets: readonly number[]): Distribution {
  const series = createSeries<HistogramPoint>((attributes) => ({
    attributes,
    counts: new Array<number>(buckets.length + 1).fill(0),
    count: 0,
    sum: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  }));
  return {
    series,
    record: (value, attributes) => {
      if (!Number.isFinite(value) || value < 0) return;
      const point = series.of(attributes);
      const bucket = bucketOf(buckets, value);
      point.counts[bucket] = (point.counts[bucket] ?? 0) + 1;
      point.count += 1;
      point.sum += value;
      if (value < point.min) point.min = value;
      if (value > point.max) point.max = value;
    },
  };
}

function bucketOf(buckets: readonly number[], value: number): number {
  let bucket = 0;
  while (bucket < buckets.length && value > (buckets[bucket] ?? 0)) bucket += 1;
  return bucket;
}

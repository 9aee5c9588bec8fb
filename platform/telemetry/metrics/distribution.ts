import { type Attributes, type Context, context, TraceFlags, trace } from '@opentelemetry/api';
import type { Exemplar, HistogramPoint } from './metric-data.ts';
import { createSeries, type Series } from './series.ts';

/** As the specification has it for who names none. */
export const defaultBuckets = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];

export interface Distribution {
  readonly series: Series<HistogramPoint>;
  /** All that was counted so far. */
  read(): readonly HistogramPoint[];
  record(value: number, attributes?: Attributes, from?: Context): void;
}

/** Counts values by the bucket they fall into; negative ones are left out, as the specification asks. */
export function createDistribution(buckets: readonly number[]): Distribution {
  const series = createSeries<HistogramPoint>((attributes) => ({
    attributes,
    counts: new Array<number>(buckets.length + 1).fill(0),
    exemplars: new Array<Exemplar | undefined>(buckets.length + 1).fill(undefined),
    count: 0,
    sum: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  }));
  let readings = 0;
  return {
    series,
    read: () => {
      readings += 1;
      return series.all();
    },
    record: (value, attributes, from) => {
      if (!Number.isFinite(value) || value < 0) return;
      const point = series.of(attributes);
      const bucket = bucketOf(buckets, value);
      point.counts[bucket] = (point.counts[bucket] ?? 0) + 1;
      point.count += 1;
      point.sum += value;
      if (value < point.min) point.min = value;
      if (value > point.max) point.max = value;
      keepExemplar(point.exemplars, bucket, value, readings, from);
    },
  };
}

/** Looks for the span only of the slowest of its bucket since the metric was read last: most records end at the first line. */
function keepExemplar(kept: Kept, bucket: number, value: number, reading: number, from: Context | undefined): void {
  const known = kept[bucket];
  if (known !== undefined && value <= known.value && known.reading === reading) return;
  const span = trace.getSpanContext(from ?? context.active());
  if (span === undefined || (span.traceFlags & TraceFlags.SAMPLED) === 0) return;
  kept[bucket] = { value, timeMs: Date.now(), traceId: span.traceId, spanId: span.spanId, reading };
}

type Kept = HistogramPoint['exemplars'];

function bucketOf(buckets: readonly number[], value: number): number {
  let bucket = 0;
  while (bucket < buckets.length && value > (buckets[bucket] ?? 0)) bucket += 1;
  return bucket;
}

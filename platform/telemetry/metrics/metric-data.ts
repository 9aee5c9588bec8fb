import type { Attributes } from '@opentelemetry/api';
import type { MetricType } from './definition.ts';

export interface NumberPoint {
  readonly attributes: Attributes;
  value: number;
}

/** `counts[i]` is how many values were at most `buckets[i]` and above the bound before; the last holds the rest. */
export interface HistogramPoint {
  readonly attributes: Attributes;
  readonly counts: number[];
  count: number;
  sum: number;
  min: number;
  max: number;
}

interface Described {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
}

/** One metric as it is at this moment, summed up since the process began. */
export type MetricData = Described &
  (
    | { readonly type: Exclude<MetricType, 'histogram'>; readonly points: readonly NumberPoint[] }
    | { readonly type: 'histogram'; readonly buckets: readonly number[]; readonly points: readonly HistogramPoint[] }
  );

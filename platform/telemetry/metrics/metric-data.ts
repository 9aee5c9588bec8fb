import type { Attributes } from '@opentelemetry/api';
import type { MetricType } from './definition.ts';

export interface NumberPoint {
  readonly attributes: Attributes;
  value: number;
}

/** One measurement, and the span that it was made in. */
export interface Exemplar {
  readonly value: number;
  readonly timeMs: number;
  readonly traceId: string;
  readonly spanId: string;
  /** How often the metric had been read before. */
  readonly reading: number;
}

/** `counts[i]` is how many values were at most `buckets[i]` and above the bound before; the last holds the rest. */
export interface HistogramPoint {
  readonly attributes: Attributes;
  readonly counts: number[];
  /** Of each bucket the slowest since it was read last, where a trace tells of one. */
  readonly exemplars: (Exemplar | undefined)[];
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

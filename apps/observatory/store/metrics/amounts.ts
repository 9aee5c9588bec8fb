import type { MetricAggregation, MetricHistoryKind } from '@octo/contracts/observatory-metric-kinds.ts';
import type { BucketCount } from '../../otlp/records.ts';
import { addUp, percentileOf, unpackBuckets } from './bucket-counts.ts';
import { isMomentary } from './metric-kind.ts';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What some series came to in some time. */
export interface Amounts {
  n: number;
  total: number;
  low: number;
  high: number;
  /** Of each series what it was last, added up, and of how many. */
  lasts: number;
  series: number;
  /** Of each series its average times how long it was there, added up; and from when to when there was one of them. */
  area: number;
  fromMs: number;
  toMs: number;
  buckets: BucketCount[];
}

export interface HistoryRow {
  at: number;
  n: number;
  total: number;
  low: number | null;
  high: number | null;
  last: number | null;
  buckets: string | null;
}

/** What one series came to in the time that it was there, from its rows in the order of time. */
export function amountsOf(rows: readonly HistoryRow[], { fromMs, toMs }: Span, hasBuckets: boolean): Amounts {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return {
    n,
    total,
    low: Math.min(...rows.map(({ low }) => low ?? Number.POSITIVE_INFINITY)),
    high: Math.max(...rows.map(({ high }) => high ?? Number.NEGATIVE_INFINITY)),
    lasts: rows.at(-1)?.last ?? 0,
    series: 1,
    area: n === 0 ? 0 : (total / n) * (toMs - fromMs),
    fromMs,
    toMs,
    buckets: hasBuckets ? addUp(rows.map(({ buckets }) => unpackBuckets(buckets))) : [],
  };
}

export function addAmounts(one: Amounts, other: Amounts): Amounts {
  return {
    n: one.n + other.n,
    total: one.total + other.total,
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
    lasts: one.lasts + other.lasts,
    series: one.series + other.series,
    area: one.area + other.area,
    fromMs: Math.min(one.fromMs, other.fromMs),
    toMs: Math.max(one.toMs, other.toMs),
    buckets: one.buckets.length + other.buckets.length === 0 ? [] : addUp([one.buckets, other.buckets]),
  };
}

const percentiles: Readonly<Partial<Record<MetricAggregation, number>>> = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };

export function isPercentile(aggregation: MetricAggregation): boolean {
  return percentiles[aggregation] !== undefined;
}

/** The one number that is asked for; null where it cannot be told. */
export function take(
  amounts: Amounts,
  aggregation: MetricAggregation,
  kind: MetricHistoryKind,
  ms: number,
): number | null {
  const { n, total, low, high, lasts, series, buckets } = amounts;
  const share = percentiles[aggregation];
  if (share !== undefined) return percentileOf(buckets, share) ?? null;
  if (aggregation === 'rate') return (kind === 'histogram' ? n : total) / (ms / 1000);
  if (aggregation === 'count') return n;
  if (aggregation === 'sum') return isMomentary(kind) ? level(amounts) : total;
  if (aggregation === 'average') return n === 0 ? null : total / n;
  if (aggregation === 'last') return kind === 'upDownCounter' ? lasts : lasts / series;
  const end = aggregation === 'min' ? low : high;
  return Number.isFinite(end) ? end : null;
}

/** What they are together at a moment, on average: a process and the one that took its place are no two. */
function level({ area, fromMs, toMs }: Amounts): number {
  return area / (toMs - fromMs);
}

/** What a step comes to in which a service was heard of and nothing was counted. */
export function takeNothing(aggregation: MetricAggregation, kind: MetricHistoryKind): number | null {
  return !isMomentary(kind) && ['rate', 'sum', 'count'].includes(aggregation) ? 0 : null;
}

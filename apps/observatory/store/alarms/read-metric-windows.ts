import type { DatabaseSync } from 'node:sqlite';
import { addUp, countWithin, percentileOf, unpackBuckets } from '../metrics/bucket-counts.ts';
import { leftSteps } from '../metrics/left-steps.ts';
import { keepStepsMs, minuteMs, stepMs } from '../rates/spans-of-time.ts';

/** What is asked of a metric over a time. */
export interface MetricQuestion {
  readonly metric: string;
  /** All services when left out. */
  readonly service?: string;
  /** Attribute and the values that count; all when left out. */
  readonly where?: { readonly attribute: string; readonly values: readonly string[] };
  /**
   * `increase` is what a counter, or the count of a distribution, grew by; `sum` is what the values of a distribution came to;
   * `most` is the largest value of a gauge; `within` is how many of a distribution were at most so large; a percentile is a
   * share that stayed below.
   */
  readonly take: 'increase' | 'sum' | 'most' | { readonly within: number } | { readonly percentile: number };
}

export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface MetricWindowReader {
  /** Undefined where nothing is known: the metric was never heard of, or nothing was measured. */
  measure(question: MetricQuestion, span: TimeSpan, nowMs: number): number | undefined;
}

interface Series {
  readonly id: number;
  readonly isDistribution: boolean;
}

export function metricWindowReader(db: DatabaseSync): MetricWindowReader {
  const findSeries = db.prepare(
    `select s.id, s.attributes, n.kind from metric_names n join metric_series s on s.metric = n.id
     where n.name = ? and (?2 is null or s.service = ?2)`,
  );
  const rowsOf = (table: string) =>
    db.prepare(
      `select sum(n) as n, sum(total) as total, max(high) as high from ${table} where series = ? and at >= ? and at < ?`,
    );
  const bucketsOf = (table: string) =>
    db.prepare(`select buckets from ${table} where series = ? and at >= ? and at < ? and buckets is not null`);
  const steps = { sums: rowsOf('metric_steps'), buckets: bucketsOf('metric_steps'), atMs: stepMs };
  const leftUntil = leftSteps(db);
  const minutes = { sums: rowsOf('metric_minutes'), buckets: bucketsOf('metric_minutes'), atMs: minuteMs };

  /** Undefined of a metric that was never heard of. */
  function seriesFor({ metric, service, where }: MetricQuestion): Series[] | undefined {
    const all = findSeries.all(metric, service ?? null);
    if (all.length === 0) return undefined;
    return all
      .filter(({ attributes }) => where === undefined || matches(String(attributes), where))
      .map(({ id, kind }) => ({ id: Number(id), isDistribution: kind === 'histogram' }));
  }

  return {
    measure(question, { fromMs, toMs }, nowMs) {
      const series = seriesFor(question);
      const { take } = question;
      if (series === undefined) return undefined;
      const isTrimmed = fromMs < nowMs - keepStepsMs || series.some(({ id }) => (leftUntil(id) ?? 0) > fromMs);
      const { sums, buckets, atMs } = isTrimmed ? minutes : steps;
      const [from, to] = [Math.ceil(fromMs / atMs), Math.ceil(toMs / atMs)];
      if (typeof take === 'object') {
        const all = addUp(
          series.flatMap(({ id }) => buckets.all(id, from, to).map((row) => unpackBuckets(row.buckets))),
        );
        return 'within' in take ? countWithin(all, take.within) : percentileOf(all, take.percentile);
      }
      const rows = series.map((one): Row => ({ ...one, ...sums.get(one.id, from, to) }));
      if (take === 'most') return mostOf(rows.map(({ high }) => high));
      return rows.reduce((sum, row) => sum + Number(amountOf(row, take) ?? 0), 0);
    },
  };
}

type Row = Series & { n?: unknown; total?: unknown; high?: unknown };

function amountOf({ isDistribution, n, total }: Row, take: 'increase' | 'sum'): unknown {
  return take === 'increase' && isDistribution ? n : total;
}

function mostOf(values: readonly unknown[]): number | undefined {
  const known = values.flatMap((value) => (typeof value === 'number' ? [value] : []));
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Attributes are kept as pairs of name and value. */
function matches(attributes: string, { attribute, values }: { attribute: string; values: readonly string[] }): boolean {
  const pairs = JSON.parse(attributes) as [string, unknown][];
  return pairs.some(([name, value]) => name === attribute && values.includes(String(value)));
}

import type { ChartData, ChartSeries, ChartUnit } from './chart.ts';
import { formatValue } from './format-value.ts';

/** What a series comes to in the time that is drawn. */
export interface SeriesSummary {
  readonly series: ChartSeries;
  readonly latest: number | null;
  readonly lowest: number | null;
  readonly average: number | null;
  readonly highest: number | null;
}

export function summarise(series: ChartSeries, from: number, to: number): SeriesSummary {
  const values = series.points.flatMap(({ atMs, value }) =>
    value !== null && atMs >= from && atMs <= to ? [value] : [],
  );
  if (values.length === 0) return { series, latest: null, lowest: null, average: null, highest: null };
  return {
    series,
    latest: values.at(-1) ?? null,
    lowest: values.reduce((least, value) => Math.min(least, value)),
    average: values.reduce((sum, value) => sum + value, 0) / values.length,
    highest: values.reduce((most, value) => Math.max(most, value)),
  };
}

/** The value of a series at a moment; null where it has none. */
export function valueAt({ points }: ChartSeries, atMs: number): number | null {
  return points.find((point) => point.atMs === atMs)?.value ?? null;
}

/** Of those moments the nearest one; undefined when there is none. */
export function nearest(moments: readonly number[], atMs: number): number | undefined {
  return moments.reduce<number | undefined>(
    (best, moment) => (best === undefined || Math.abs(moment - atMs) < Math.abs(best - atMs) ? moment : best),
    undefined,
  );
}

export function valueWords(value: number | null, unit: ChartUnit): string {
  return value === null ? '–' : formatValue(value, unit);
}

/** Every series at a moment, for who listens to the chart. */
export function readingWords({ series, unit }: Pick<ChartData, 'series' | 'unit'>, atMs: number): string {
  return series.map((one) => `${one.title} ${valueWords(valueAt(one, atMs), unit)}`).join(', ');
}

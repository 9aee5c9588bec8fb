import type { MetricAttribute, MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { nanoOfMs } from '../nano.ts';
import type { KeptMetric, KeptSeries, SeriesReader } from './read-series.ts';

const mostValues = 50;

export interface CatalogueSearch {
  readonly service: string | undefined;
  readonly q: string | undefined;
}

/** Every metric that fits, with what its series are told apart by. */
export function readCatalogue(reader: SeriesReader, { service, q }: CatalogueSearch): MetricEntry[] {
  const words = (q ?? '').toLowerCase();
  return reader
    .all()
    .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(words))
    .flatMap((metric) => {
      const series = reader.seriesOf(metric.id).filter((one) => service === undefined || one.service === service);
      return series.length === 0 ? [] : [entryOf(metric, series)];
    });
}

function entryOf({ id: _, heardMs, ...metric }: KeptMetric, series: readonly KeptSeries[]): MetricEntry {
  return {
    ...metric,
    services: [...new Set(series.map(({ service }) => service))].sort(),
    attributes: attributesOf(series),
    seriesCount: series.length,
    lastSeenUnixNano: nanoOfMs(heardMs),
  };
}

function attributesOf(series: readonly KeptSeries[]): MetricAttribute[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { attributes } of series)
    for (const [name, value] of Object.entries(attributes)) {
      const values = counts.get(name) ?? new Map<string, number>();
      counts.set(name, values.set(value, (values.get(value) ?? 0) + 1));
    }
  return [...counts].sort(byName).map(([name, values]) => ({
    name,
    values: [...values]
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostValues)
      .map(([value]) => value)
      .sort(),
    valueCount: values.size,
  }));
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

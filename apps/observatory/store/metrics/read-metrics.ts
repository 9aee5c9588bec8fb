import type { DatabaseSync } from 'node:sqlite';
import type { MetricEntry, MetricPoint } from '@octo/contracts/observatory-metrics.ts';
import { type FoundHistory, type HistoryQuery, historyQuery } from './query-history.ts';
import { type CatalogueSearch, readCatalogue } from './read-catalogue.ts';
import { type ExemplarReader, exemplarReader } from './read-exemplars.ts';
import { latestReader } from './read-latest.ts';
import { type KeptMetric, type KeptSeries, seriesReader } from './read-series.ts';

export interface MetricReader {
  /** The newest point of each series of each process. */
  list(search: { service: string | undefined; name: string | undefined }, limit: number): MetricPoint[];
  catalogue(search: CatalogueSearch): MetricEntry[];
  find(name: string): KeptMetric | undefined;
  seriesOf(metric: number): KeptSeries[];
  history(query: HistoryQuery): Promise<FoundHistory>;
  exemplars: ExemplarReader;
}

export function metricReader(db: DatabaseSync, nowMs: () => number): MetricReader {
  const series = seriesReader(db);
  return {
    list: latestReader(db),
    catalogue: (search) => readCatalogue(series, search),
    find: series.find,
    seriesOf: series.seriesOf,
    history: historyQuery(db, nowMs),
    exemplars: exemplarReader(db),
  };
}

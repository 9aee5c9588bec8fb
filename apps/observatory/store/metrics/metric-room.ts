import type { DatabaseSync } from 'node:sqlite';
import { exemplarBytes } from './write-exemplars.ts';
import { historyTables, rowBytes } from './write-history.ts';

/** Of the room, for what series are called; their history has the rest. */
export const keyShare = 1 / 2;

/** How much of the store the history of metrics takes, as far as it can be told without looking at every row. */
export interface MetricRoom {
  grow(bytes: number): void;
  /** What names, attributes and newest points take, which only their own going makes less. */
  growKeys(bytes: number): void;
  measureKeys(): void;
  bytes(): number;
  keyBytes(): number;
}

export function metricRoom(db: DatabaseSync): MetricRoom {
  let bytes = Number(db.prepare(`select count(*) * ${exemplarBytes} as bytes from metric_exemplars`).get()?.bytes);
  for (const { table } of historyTables) {
    const sum = `select count(*) * ${rowBytes} + coalesce(sum(octet_length(buckets)), 0) as bytes from ${table}`;
    bytes += Number(db.prepare(sum).get()?.bytes);
  }
  const ofLatest = db.prepare(
    'select count(*) * 100 + coalesce(sum(octet_length(content)), 0) as bytes from metric_latest',
  );
  // Attributes stand in the table and in its index.
  const ofSeries = db.prepare(
    'select count(*) * 100 + coalesce(sum(2 * octet_length(attributes)), 0) as bytes from metric_series',
  );
  const measure = () => Number(ofLatest.get()?.bytes) + Number(ofSeries.get()?.bytes);
  let keyBytes = measure();
  return {
    grow(more) {
      bytes += more;
    },
    growKeys(more) {
      keyBytes += more;
    },
    measureKeys() {
      keyBytes = measure();
    },
    bytes: () => bytes + keyBytes,
    keyBytes: () => keyBytes,
  };
}

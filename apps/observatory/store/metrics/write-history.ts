import type { DatabaseSync } from 'node:sqlite';
import { minuteMs, stepMs } from '../rates/spans-of-time.ts';
import { addUp, type Buckets, packBuckets, unpackBuckets } from './bucket-counts.ts';

/** What a point adds to the time that it belongs to. */
export interface Contribution {
  readonly atMs: number;
  /** How many values. */
  readonly n: number;
  readonly total: number;
  /** What it was, where that can be said. */
  readonly level?: number | undefined;
  readonly buckets?: Buckets | undefined;
}

export interface HistoryWriter {
  /** Within a transaction. Returns by how many bytes it grew. */
  add(series: number, contribution: Contribution): number;
}

export const historyTables = [
  { table: 'metric_steps', atMs: stepMs },
  { table: 'metric_minutes', atMs: minuteMs },
] as const;

/** A row with its keys, less what its buckets take. */
export const rowBytes = 50;

/** Adds to the steps of ten seconds, and to the minutes. */
export function historyWriter(db: DatabaseSync): HistoryWriter {
  const writers = historyTables.map(({ table, atMs }) => tableWriter(db, table, atMs));
  return {
    add: (series, contribution) => writers.reduce((grown, write) => grown + write(series, contribution), 0),
  };
}

function tableWriter(db: DatabaseSync, table: string, atMs: number) {
  const find = db.prepare(`select buckets from ${table} where series = ? and at = ?`);
  const insert = db.prepare(
    `insert into ${table} (n, total, low, high, last, buckets, series, at) values (?1, ?2, ?3, ?3, ?3, ?4, ?5, ?6)`,
  );
  const update = db.prepare(
    `update ${table} set n = n + ?1, total = total + ?2, low = min(coalesce(low, ?3), ?3),
       high = max(coalesce(high, ?3), ?3), last = coalesce(?3, last), buckets = ?4
     where series = ?5 and at = ?6`,
  );
  return (series: number, { atMs: timeMs, n, total, level, buckets }: Contribution): number => {
    const at = Math.floor(timeMs / atMs);
    const found = find.get(series, at);
    const kept = unpackBuckets(found?.buckets);
    const merged = buckets === undefined ? null : packBuckets(addUp([kept, buckets]));
    (found ? update : insert).run(n, total, level ?? null, merged, series, at);
    const before = found ? rowBytes + String(found.buckets ?? '').length : 0;
    return rowBytes + (merged?.length ?? 0) - before;
  };
}

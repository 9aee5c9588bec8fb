import type { DatabaseSync } from 'node:sqlite';
import { keepStepsMs, minuteMs, stepMs } from '../rates/spans-of-time.ts';
import type { HistoryRow, Span } from './amounts.ts';

export interface HistoryReader {
  /** Each row tells of so much time. */
  rowMs(span: Span, nowMs: number): number;
  /** Of those that begin in that time, oldest first. */
  rows(series: number, span: Span, rowMs: number): HistoryRow[];
}

export function historyReader(db: DatabaseSync): HistoryReader {
  const from = (table: string) =>
    db.prepare(
      `select at, n, total, low, high, last, buckets from ${table} where series = ? and at >= ? and at < ? order by at`,
    );
  const steps = from('metric_steps');
  const minutes = from('metric_minutes');
  return {
    rowMs: ({ fromMs }, nowMs) => (fromMs >= nowMs - keepStepsMs ? stepMs : minuteMs),
    rows: (series, { fromMs, toMs }, rowMs) =>
      (rowMs === stepMs ? steps : minutes)
        .all(series, Math.ceil(fromMs / rowMs), Math.ceil(toMs / rowMs))
        .map(asHistoryRow),
  };
}

/** The columns of both statements are these. */
function asHistoryRow(row: object): HistoryRow {
  return row as HistoryRow;
}

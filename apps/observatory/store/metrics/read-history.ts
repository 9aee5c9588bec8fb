import type { DatabaseSync } from 'node:sqlite';
import { keepStepsMs, minuteMs, stepMs } from '../rates/spans-of-time.ts';
import type { HistoryRow, Span } from './amounts.ts';
import { leftSteps } from './left-steps.ts';

/** What is asked of some series: with steps of a length. */
interface Asked extends Span {
  readonly series: readonly { readonly id: number }[];
  readonly stepMs: number;
}

/** Each row tells of so much time; nothing is known of what was before. */
export interface RowKind {
  readonly rowMs: number;
  readonly knownFromMs: number;
}

export interface HistoryReader {
  /** The finest rows there are; where room was made of some of them, those that are left, or none for that time. */
  rowKind(asked: Asked, nowMs: number): Promise<RowKind>;
  /** Of those that begin in that time, oldest first. */
  rows(series: number, span: Span, rowMs: number): HistoryRow[];
}

/** So many are looked at before others have their turn. */
const seriesAtOnce = 1000;

export function historyReader(db: DatabaseSync): HistoryReader {
  const from = (table: string) =>
    db.prepare(
      `select at, n, total, low, high, last, buckets from ${table} where series = ? and at >= ? and at < ? order by at`,
    );
  const steps = from('metric_steps');
  const minutes = from('metric_minutes');
  const leftUntil = leftSteps(db);
  return {
    async rowKind({ series, fromMs, stepMs: askedMs }, nowMs) {
      const byMinute = { rowMs: minuteMs, knownFromMs: fromMs };
      if (fromMs < nowMs - keepStepsMs) return byMinute;
      let knownFromMs = fromMs;
      for (const [at, { id }] of series.entries()) {
        knownFromMs = Math.max(knownFromMs, leftUntil(id) ?? fromMs);
        if (at % seriesAtOnce === seriesAtOnce - 1) await new Promise(setImmediate);
      }
      return knownFromMs > fromMs && askedMs % minuteMs === 0 ? byMinute : { rowMs: stepMs, knownFromMs };
    },
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

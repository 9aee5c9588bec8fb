import type { DatabaseSync } from 'node:sqlite';
import { minuteWide } from './schema.ts';

/** Minutes from `from` to before `to` that have no figures. */
export interface MinuteGap {
  readonly from: number;
  readonly to: number;
}

export interface GapReader {
  /** Oldest first, the newest so many. Time before the first minute that is known is no gap. */
  list(fromMinute: number, nowMinute: number): MinuteGap[];
}

const mostGaps = 100;
/** The minute under way, and the one that is being counted. */
const unfinished = 2;

export function gapReader(db: DatabaseSync): GapReader {
  const bounds = db.prepare(
    `select min(at) as first, max(at) as last from steps where width = ${minuteWide} and counted > 0 and at <= ?`,
  );
  const holes = db.prepare(
    `select before + 1 as gap_from, at as gap_to from (
       select at, lag(at, 1, ?2) over (order by at) as before from steps
       where width = ${minuteWide} and counted > 0 and at >= ?1 and at <= ?3
     ) where at > before + 1 order by at desc limit ${mostGaps}`,
  );
  return {
    list(fromMinute, nowMinute) {
      const { first, last } = bounds.get(nowMinute) ?? {};
      if (typeof first !== 'number' || typeof last !== 'number') return [];
      const from = Math.max(fromMinute, first);
      const gaps = holes
        .all(from, from - 1, nowMinute)
        .map((row) => ({ from: Number(row.gap_from), to: Number(row.gap_to) }));
      const lastKnown = Math.max(last, from - 1);
      if (nowMinute - lastKnown > unfinished) gaps.unshift({ from: lastKnown + 1, to: nowMinute });
      return gaps.slice(0, mostGaps).reverse();
    },
  };
}

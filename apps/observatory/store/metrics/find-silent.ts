import type { DatabaseSync } from 'node:sqlite';
import { mostOfMetric, mostSeries } from './known-series.ts';
import { keyShare, type MetricRoom } from './metric-room.ts';

/** Of a process that still runs nothing is silent for so long. */
const silentMs = 600_000;
const crowded = 0.8;

/**
 * Finds series to let go before there are too many, the longest silent first: every start of a process brings gauges of its
 * own, and those of processes that are gone must not keep out what comes.
 */
export function silentFinder(db: DatabaseSync, room: MetricRoom, limitBytes: number) {
  const counts = db.prepare('select metric, count(*) as n from metric_series group by metric');
  const silent = db.prepare(
    `select id from metric_series where (?1 is null or metric = ?1) and heard_ms < ?2 order by heard_ms limit ?3`,
  );
  return (nowMs: number, most: number): number[] => {
    const found = new Set<number>();
    const find = (metric: number | null, tooMany: number) => {
      if (tooMany <= 0) return;
      for (const { id } of silent.all(metric, nowMs - silentMs, Math.min(most, Math.ceil(tooMany))))
        found.add(Number(id));
    };
    let all = 0;
    for (const { metric, n } of counts.all()) {
      find(Number(metric), Number(n) - mostOfMetric * crowded);
      all += Number(n);
    }
    const isFull = room.keyBytes() > limitBytes * keyShare * crowded;
    find(null, isFull ? most : all - mostSeries * crowded);
    return [...found].slice(0, most);
  };
}

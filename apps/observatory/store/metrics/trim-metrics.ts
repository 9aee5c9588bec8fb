import type { DatabaseSync } from 'node:sqlite';
import { keepMinutesMs, keepStepsMs, minuteMs, stepMs } from '../rates/spans-of-time.ts';
import { silentFinder } from './find-silent.ts';
import { keyShare, type MetricRoom } from './metric-room.ts';
import { exemplarBytes } from './write-exemplars.ts';
import { rowBytes } from './write-history.ts';

const seriesAtOnce = 100;
const latestKeptMs = 2 * 3_600_000;
/** When there is too much, the ages that are kept become shorter by this factor, and longer again when there is room. */
const shorter = 0.8;
const shortest = 0.01;
const roomy = 0.6;
/** Later than anything that is kept. */
const farMs = Date.UTC(2200, 0);

export interface MetricTrimmer {
  /** Looks at some series; true when there is more to do at once. To be called in a transaction. */
  step(nowMs: number): boolean;
}

/** Keeps the history to an age, to a number of bytes (the oldest of all series goes), and to a number of series. */
export function metricTrimmer(
  db: DatabaseSync,
  room: MetricRoom,
  { limitBytes, onSeriesGone }: { limitBytes: number; onSeriesGone(): void },
): MetricTrimmer {
  const statements = prepareAll(db);
  const findSilent = silentFinder(db, room, limitBytes);
  let last = 0;
  let share = 1;
  let latestShare = 1;
  let isCrowded = false;

  function trimSeries(id: number, before: Limits): void {
    const minute = Math.floor(before.minutesMs / minuteMs);
    room.grow(-bytesOf(statements.dropSteps.all(id, Math.floor(before.stepsMs / stepMs))));
    room.grow(-bytesOf(statements.dropMinutes.all(id, minute)));
    room.grow(-exemplarBytes * Number(statements.dropExemplars.run(id, minute).changes));
    statements.dropLatest.run(id, before.latestMs * 1000);
  }

  function dropSeries(id: number): void {
    trimSeries(id, everything);
    statements.dropSeries.run(id);
    onSeriesGone();
  }

  function dropSilent(nowMs: number): boolean {
    room.measureKeys();
    const silent = findSilent(nowMs, seriesAtOnce);
    for (const id of silent) dropSeries(id);
    isCrowded = silent.length === seriesAtOnce;
    return isCrowded;
  }

  return {
    step(nowMs) {
      if (isCrowded) return dropSilent(nowMs);
      const some = statements.next.all(last, seriesAtOnce);
      for (const { id, heard_ms } of some) {
        if (Number(heard_ms) < nowMs - keepMinutesMs) dropSeries(Number(id));
        else trimSeries(Number(id), limitsAt(nowMs, share, latestShare));
      }
      last = Number(some.at(-1)?.id ?? 0);
      if (some.length === seriesAtOnce) return room.bytes() > limitBytes;
      last = 0;
      statements.dropMetrics.run(nowMs - keepMinutesMs);
      // What is not kept any more is no zero.
      statements.dropHeard.run(Math.floor(limitsAt(nowMs, share, latestShare).minutesMs / minuteMs));
      if (dropSilent(nowMs)) return true;
      return adjust();
    },
  };

  /** True when more has to go. Newest points of very many processes leave by themselves: no history makes room for them. */
  function adjust(): boolean {
    const mostKeys = limitBytes * keyShare;
    const keys = room.keyBytes();
    const others = room.bytes() - Math.max(0, keys - mostKeys);
    // Well before series that fell silent would have to leave for them.
    latestShare = adjusted(latestShare, keys, mostKeys * roomy);
    share = adjusted(share, others, limitBytes);
    return (others > limitBytes && share > shortest) || (keys > mostKeys && latestShare > shortest);
  }
}

/** Less when there is too much, and more again when there is room. */
function adjusted(share: number, bytes: number, limitBytes: number): number {
  if (bytes > limitBytes) return Math.max(shortest, share * shorter);
  return bytes < limitBytes * roomy ? Math.min(1, share / shorter) : share;
}

/** What is older goes. */
interface Limits {
  readonly stepsMs: number;
  readonly minutesMs: number;
  readonly latestMs: number;
}

const everything: Limits = { stepsMs: farMs, minutesMs: farMs, latestMs: farMs };

function limitsAt(nowMs: number, share: number, latestShare: number): Limits {
  return {
    stepsMs: nowMs - keepStepsMs * share,
    minutesMs: nowMs - keepMinutesMs * share,
    latestMs: nowMs - latestKeptMs * latestShare,
  };
}

function bytesOf(rows: readonly Record<string, unknown>[]): number {
  return rows.reduce((sum, { bytes }) => sum + Number(bytes), 0);
}

function prepareAll(db: DatabaseSync) {
  const drop = (table: string) =>
    db.prepare(
      `delete from ${table} where series = ? and at < ? returning ${rowBytes} + coalesce(octet_length(buckets), 0) as bytes`,
    );
  return {
    next: db.prepare('select id, heard_ms from metric_series where id > ? order by id limit ?'),
    dropSteps: drop('metric_steps'),
    dropMinutes: drop('metric_minutes'),
    dropExemplars: db.prepare('delete from metric_exemplars where series = ? and minute < ?'),
    dropLatest: db.prepare('delete from metric_latest where series = ? and time_us < ?'),
    dropSeries: db.prepare('delete from metric_series where id = ?'),
    dropMetrics: db.prepare('delete from metric_names where heard_ms < ?'),
    dropHeard: db.prepare('delete from metric_heard where minute < ?'),
  };
}

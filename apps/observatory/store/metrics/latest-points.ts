import type { DatabaseSync } from 'node:sqlite';
import { nanoText, splitNano } from '../nano.ts';
import { packBuckets, unpackBuckets } from './bucket-counts.ts';
import type { Seen } from './changes.ts';

export interface LatestPoints {
  find(series: number, process: string): Seen | undefined;
  note(series: number, process: string, seen: Seen): void;
  forget(): void;
}

/** As it is kept: whole numbers of 64 bits as digits, buckets in little space. */
export interface KeptPoint {
  readonly start: string;
  readonly value: number;
  readonly count: number;
  readonly sum: number;
  readonly buckets: string;
  readonly recent: readonly string[];
}

/** Points, and the buckets in them. */
const mostRemembered = 200_000;

/** The newest point of each series of each process: in memory, and in the store for when the observatory comes back. */
export function latestPoints(db: DatabaseSync): LatestPoints {
  const get = db.prepare('select time_us, time_rest, content from metric_latest where series = ? and instance = ?');
  const upsert = db.prepare(
    `insert into metric_latest (series, instance, time_us, time_rest, content) values (?, ?, ?, ?, ?)
     on conflict (series, instance) do update set
       time_us = excluded.time_us, time_rest = excluded.time_rest, content = excluded.content`,
  );
  const remembered = new Map<string, Seen>();
  let size = 0;

  function forget(): void {
    remembered.clear();
    size = 0;
  }

  return {
    find(series, process) {
      const known = remembered.get(`${series} ${process}`);
      if (known) return known;
      const row = get.get(series, process);
      if (!row) return undefined;
      const timeNano = BigInt(nanoText({ us: Number(row.time_us), rest: Number(row.time_rest) }));
      return seenOf(timeNano, keptPoint(String(row.content)));
    },
    note(series, process, seen) {
      if (size >= mostRemembered) forget();
      const key = `${series} ${process}`;
      size += sizeOf(seen) - sizeOf(remembered.get(key));
      remembered.set(key, seen);
      const { us, rest } = splitNano(seen.timeNano);
      upsert.run(series, process, us, rest, JSON.stringify(toKept(seen)));
    },
    forget,
  };
}

function sizeOf(seen: Seen | undefined): number {
  return seen ? 1 + seen.buckets.length : 0;
}

/** Only `note` writes it. */
export function keptPoint(content: string): KeptPoint {
  return JSON.parse(content);
}

function toKept({ startNano, value, count, sum, buckets, recent }: Seen): KeptPoint {
  return { start: String(startNano), value, count, sum, buckets: packBuckets(buckets), recent: recent.map(String) };
}

function seenOf(timeNano: bigint, { start, value, count, sum, buckets, recent }: KeptPoint): Seen {
  return {
    startNano: BigInt(start),
    timeNano,
    value,
    count,
    sum,
    buckets: unpackBuckets(buckets),
    recent: recent.map((time) => BigInt(time)),
  };
}

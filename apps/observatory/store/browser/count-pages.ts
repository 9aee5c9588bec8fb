import type { DatabaseSync } from 'node:sqlite';
import type { LogLine } from '../../otlp/records.ts';
import { splitNano } from '../nano.ts';
import { bucketOf } from '../rates/duration-buckets.ts';
import { knownPages } from './known-pages.ts';
import { readVital, type Told } from './told.ts';

/** Counts by minute, page and release, so that figures of a day need no look at single visits. */
export interface PageCounter {
  view(told: Told, endNano: bigint): void;
  error(told: Told, timeNano: bigint): void;
  vital(told: Told, line: LogLine): void;
}

export function pageCounter(db: DatabaseSync): PageCounter {
  const count = db.prepare(
    `insert into browser_minutes (minute, app, page, release, views, errors) values (?, ?, ?, ?, ?, ?)
     on conflict do update set views = views + excluded.views, errors = errors + excluded.errors`,
  );
  const measure = db.prepare(
    `insert into browser_vitals (minute, app, page, release, vital, rating, bucket, times) values (?, ?, ?, ?, ?, ?, ?, 1)
     on conflict do update set times = times + 1`,
  );
  const known = knownPages(db);
  const keyOf = (told: Told, nano: bigint) => {
    const minute = Math.floor(splitNano(nano).us / 60_000_000);
    const { app, page, release } = known(told, minute);
    return [minute, app, page, release] as const;
  };
  return {
    view: (told, nano) => void count.run(...keyOf(told, nano), 1, 0),
    error: (told, nano) => void count.run(...keyOf(told, nano), 0, 1),
    vital(told, { attributes, timeNano }) {
      const found = readVital(attributes);
      if (found) measure.run(...keyOf(told, timeNano), found.vital, found.rating, bucketOf(found.value));
    },
  };
}

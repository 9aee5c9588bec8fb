import type { DatabaseSync } from 'node:sqlite';
import { fewKeys } from '../few-keys.ts';
import { otherNames } from '../rates/known-names.ts';
import type { Told } from './told.ts';

export type PageOfRelease = Pick<Told, 'app' | 'page' | 'release'>;

const mostPages = 300;
/** Who was not seen for so long makes room; more than what a browser tells may be late. */
const idleMinutes = 120;

/**
 * Pages and releases are counted one by one only up to a number, however many are made up. Those that people go on opening
 * keep their place, and what was made up has left it two hours later.
 */
export function knownPages(db: DatabaseSync): (told: PageOfRelease, minute: number) => PageOfRelease {
  const rows = db
    .prepare(
      `select app, page, release, max(minute) as minute from browser_minutes where page <> ?
       group by app, page, release order by 4 desc limit ${mostPages}`,
    )
    .all(otherNames);
  const keys = fewKeys(mostPages, idleMinutes);
  // The one that was not seen for the longest comes first.
  for (const row of rows.toReversed()) keys.admit(keyOf(row), Number(row.minute));

  return ({ app, page, release }, minute) =>
    keys.admit(keyOf({ app, page, release }), minute) ? { app, page, release } : { app, page: otherNames, release: '' };
}

function keyOf({ app, page, release }: Record<'app' | 'page' | 'release', unknown>): string {
  return JSON.stringify([app, page, release]);
}

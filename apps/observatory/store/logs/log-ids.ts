import type { DatabaseSync } from 'node:sqlite';
import { linesPerMs } from './schema.ts';

/** The first id of a millisecond. */
export function firstIdOf(ms: number): number {
  return Math.floor(ms) * linesPerMs;
}

export function msOfId(id: number): number {
  return Math.floor(id / linesPerMs);
}

/** Gives lines their ids: to those of one millisecond in the order in which they come. */
export function idTaker(db: DatabaseSync): { take(ms: number): number; forget(): void } {
  const newest = db.prepare('select max(id) as id from logs where id >= ? and id < ?');
  const taken = new Map<number, number>();

  function lastOf(ms: number): number {
    const known = taken.get(ms) ?? newest.get(firstIdOf(ms), firstIdOf(ms + 1))?.id;
    return known === null || known === undefined ? firstIdOf(ms) - 1 : Number(known);
  }

  return {
    take(wantedMs) {
      let ms = wantedMs;
      while (lastOf(ms) + 1 === firstIdOf(ms + 1)) ms += 1;
      const id = lastOf(ms) + 1;
      taken.set(ms, id);
      return id;
    },
    forget: () => taken.clear(),
  };
}

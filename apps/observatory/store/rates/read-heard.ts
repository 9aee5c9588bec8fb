import type { DatabaseSync } from 'node:sqlite';

export interface HeardReader {
  /** When something of a service came last; undefined for one that was never heard of. */
  lastMs(service: string): number | undefined;
}

export function heardReader(db: DatabaseSync): HeardReader {
  const find = db.prepare('select last_ms from services_heard where service = ?');
  return {
    lastMs(service) {
      const found = find.get(service)?.last_ms;
      return found === undefined ? undefined : Number(found);
    },
  };
}

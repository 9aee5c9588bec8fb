import type { DatabaseSync } from 'node:sqlite';
import { longestWindowMinutes } from '../rates/spans-of-time.ts';

const everyMs = 60_000;
/** What a row takes, roughly, and its part of the room. */
const tables = [
  { table: 'statement_minutes', share: 1 / 2, rowBytes: 50 },
  { table: 'statement_callers', share: 1 / 4, rowBytes: 120 },
  { table: 'statement_slowest', share: 1 / 4, rowBytes: 110 },
];

/** Keeps the runs of statements to an age and a number of bytes: the oldest minutes go. To be called in a transaction; it looks now and then. */
export function statementTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number) => void {
  const trimmed = tables.map(({ table, share, rowBytes }) => ({
    mostRows: Math.floor((mostBytes * share) / rowBytes),
    deleteOld: db.prepare(`delete from ${table} where minute < ?`),
    beyond: db.prepare(`select minute from ${table} order by minute desc limit 1 offset ?`),
  }));
  const deleteNewest = db.prepare('delete from statement_newest where end_us < ?');
  let lastMs = 0;

  return (nowMs) => {
    if (nowMs - lastMs < everyMs) return;
    lastMs = nowMs;
    const oldest = nowMs / 60_000 - longestWindowMinutes;
    deleteNewest.run(oldest * 60_000_000);
    for (const { mostRows, deleteOld, beyond } of trimmed) {
      const tooMany = beyond.get(mostRows);
      deleteOld.run(Math.max(oldest, tooMany ? Number(tooMany.minute) + 1 : 0));
    }
  };
}

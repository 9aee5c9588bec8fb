import type { DatabaseSync } from 'node:sqlite';
import { longestWindowMinutes } from '../rates/spans-of-time.ts';

const everyMs = 60_000;
/** A row with its keys, roughly. */
const rowBytes = 120;

/** Keeps the calls between nodes to a number of bytes: the oldest minutes go. To be called in a transaction; it looks now and then. */
export function edgeTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number) => void {
  const deleteOld = db.prepare('delete from edge_minutes where minute < ?');
  const beyond = db.prepare('select minute from edge_minutes order by minute desc limit 1 offset ?');
  const mostRows = Math.floor(mostBytes / rowBytes);
  let lastMs = 0;

  return (nowMs) => {
    if (nowMs - lastMs < everyMs) return;
    lastMs = nowMs;
    const tooMany = beyond.get(mostRows);
    deleteOld.run(Math.max(nowMs / 60_000 - longestWindowMinutes, tooMany ? Number(tooMany.minute) + 1 : 0));
  };
}

import type { DatabaseSync } from 'node:sqlite';

const everyMs = 10_000;
/** Of what browsers may take together. */
const rooms = [
  { table: 'browser_spans', share: 1 / 2, at: 'start_us', sizes: ['attributes', 'resource', 'name'] },
  { table: 'browser_events', share: 1 / 4, at: 'time_us', sizes: ['attributes'] },
  { table: 'browser_errors', share: 1 / 16, at: 'last_us', sizes: ['fingerprint', 'fingerprint', 'message', 'stack'] },
  { table: 'browser_sessions', share: 1 / 16, at: 'last_us', sizes: ['first_page'] },
];
/** A row of them with its keys and indexes, beside its texts. */
const rowBytes = 350;
const countedShare = 1 / 16;
const countedRowBytes = 120;

/** Keeps what browsers said to an age and a number of bytes: the oldest goes. To be called in a transaction; it looks now and then. */
export function browserTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number, keepMs: number) => void {
  const kept = rooms.map(({ table, share, at, sizes }) => ({
    most: mostBytes * share,
    deleteOld: db.prepare(`delete from ${table} where ${at} < ?`),
    deleteBeyond: db.prepare(
      `delete from ${table} where id <= (
         select max(id) from (
           select id, sum(${rowBytes} + ${sizes.map((column) => `octet_length(${column})`).join(' + ')})
             over (order by id desc rows unbounded preceding) as bytes from ${table}
         ) where bytes > ?
       )`,
    ),
  }));
  const counted = ['browser_minutes', 'browser_vitals'].map((table) => ({
    deleteOld: db.prepare(`delete from ${table} where minute < ?`),
    beyond: db.prepare(`select minute from ${table} order by minute desc limit 1 offset ?`),
  }));
  let lastMs = 0;

  return (nowMs, keepMs) => {
    if (nowMs - lastMs < everyMs) return;
    lastMs = nowMs;
    const cutMs = nowMs - keepMs;
    for (const { deleteOld, deleteBeyond, most } of kept) {
      deleteOld.run(cutMs * 1000);
      deleteBeyond.run(most);
    }
    for (const { deleteOld, beyond } of counted) {
      const tooMany = beyond.get(Math.floor((mostBytes * countedShare) / countedRowBytes));
      deleteOld.run(Math.max(cutMs / 60_000, tooMany ? Number(tooMany.minute) + 1 : 0));
    }
  };
}

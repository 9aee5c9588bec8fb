import type { DatabaseSync } from 'node:sqlite';

/** What is older than the longest window is in no answer. */
const oldestMinutes = 1500;
const everyMs = 60_000;
const everyMsWhenFull = 10_000;

/** Keeps what is counted by minute to a number of bytes: the oldest minutes go. To be called in a transaction; it looks now and then. */
export function rateTrimmer(db: DatabaseSync, mostBytes: number): (nowMs: number, isFull: boolean) => void {
  const deleteRequests = db.prepare('delete from request_minutes where minute < ?');
  const deleteSpans = db.prepare('delete from service_minutes where minute < ?');
  const minutes = db.prepare(
    `select minute, sum(octet_length(service) + octet_length(name) + 30) as bytes from request_minutes
     group by minute order by minute desc`,
  );
  let lastMs = 0;

  return (nowMs, isFull) => {
    if (nowMs - lastMs < (isFull ? everyMsWhenFull : everyMs)) return;
    lastMs = nowMs;
    deleteSpans.run(nowMs / 60_000 - oldestMinutes);
    deleteRequests.run(nowMs / 60_000 - oldestMinutes);
    let room = mostBytes;
    for (const { minute, bytes } of minutes.all()) {
      room -= Number(bytes);
      if (room >= 0) continue;
      deleteRequests.run(Number(minute) + 1);
      return;
    }
  };
}

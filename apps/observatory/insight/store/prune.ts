import type { DatabaseSync } from 'node:sqlite';
import type { PruneLimits } from '../../store/prune.ts';
import { besideBytes, usedBytesOf } from '../../store/used-bytes.ts';
import { rawMinutes } from '../activity-steps.ts';
import { hourWide, minuteWide } from './schema.ts';

export interface InsightPruner {
  /** Lets the oldest go; true when there is more to do. To be called within a transaction. */
  step(nowMs: number): boolean;
}

/** When there is no room, the oldest minutes go, so many at a time. */
const minutesAtOnce = 60;
const mostStatements = 20_000;
const plansPerStatement = 100;
/** Of the room, for texts. */
const textShare = 1 / 4;
const tidyEveryMs = 3_600_000;

export function insightPruner(
  db: DatabaseSync,
  { limitBytes, keepMs }: PruneLimits,
  onGone: () => void,
): InsightPruner {
  const mostBytes = limitBytes - besideBytes;
  const usedBytes = usedBytesOf(db);
  const oldest = db.prepare(`select min(at) as at from steps where width = ${minuteWide}`);
  const deletions = ['steps', 'activity_steps', 'statement_steps'].map((table) =>
    db.prepare(
      `delete from ${table} where (width = ${minuteWide} and at < ?1) or (width = ${hourWide} and at + ${hourWide} <= ?1)`,
    ),
  );
  const raw = ['looks', 'samples'].map((table) => db.prepare(`delete from ${table} where second < ?`));
  const tidy = tidier(db, mostBytes * textShare);
  let tidiedMs = Number.NEGATIVE_INFINITY;

  const isFull = () => usedBytes() > mostBytes;
  const oldestMinute = () => Number(oldest.get()?.at ?? Number.POSITIVE_INFINITY);
  function dropBefore(minute: number): void {
    if (oldestMinute() < minute) for (const statement of deletions) statement.run(minute);
  }

  function step(nowMs: number): boolean {
    for (const statement of raw) statement.run(Math.floor(nowMs / 1000) - (rawMinutes + 1) * 60);
    const firstKept = Math.floor((nowMs - keepMs) / 60_000);
    dropBefore(firstKept);
    if (isFull() || nowMs - tidiedMs >= tidyEveryMs) {
      tidiedMs = nowMs;
      const first = oldestMinute();
      tidy(Number.isFinite(first) ? Math.max(first, firstKept) : firstKept);
      onGone();
    }
    // What nothing speaks of made room first: a flood of texts is no reason to forget a month.
    if (!isFull()) return false;
    const first = oldestMinute();
    dropBefore(first + minutesAtOnce);
    return first < Math.floor(nowMs / 60_000) - minutesAtOnce;
  }

  return { step };
}

/** Lets go what no minute speaks of any more. */
function tidier(db: DatabaseSync, mostTextBytes: number): (firstMinute: number) => void {
  const isUnused = 'not exists (select 1 from statement_steps t where t.statement = s.id)';
  const old = db.prepare(`delete from statements as s where last_seen_ms < ? and ${isUnused}`);
  const tooMany = db.prepare(
    `delete from statements as s where ${isUnused} and id in (
       select id from (
         select id, row_number() over newest as place, sum(octet_length(text) + 200) over newest as bytes
         from statements window newest as (order by last_seen_ms desc, id desc rows unbounded preceding)
       ) where place > ${mostStatements} or bytes > ?
     )`,
  );
  const plans = db.prepare(
    `delete from plan_runs where statement not in (select id from statements) or id in (
       select id from (select id, row_number() over (partition by statement order by id desc) as place from plan_runs)
       where place > ${plansPerStatement}
     )`,
  );
  // An hour is kept a little longer than its minutes.
  const keys = db.prepare(
    `delete from activity_keys where last_minute < coalesce((select min(at) from steps where width = ${hourWide}), ?)
     and id not in (select key from samples)`,
  );
  return (firstMinute) => {
    old.run(firstMinute * 60_000);
    tooMany.run(mostTextBytes);
    plans.run();
    keys.run(firstMinute);
  };
}

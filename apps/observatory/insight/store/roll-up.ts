import type { DatabaseSync } from 'node:sqlite';
import type { ActivityKey, ActivityKeys } from './activity-keys.ts';
import { hourWide, minuteWide } from './schema.ts';

export interface ActivityRoller {
  /** Minutes that ended before this second and are not added up yet. */
  due(beforeSecond: number): number[];
  /** Adds up the samples of a minute, into the minute and its hour. */
  rollUp(minute: number): void;
}

/** Different things that one minute tells apart; the rarest of more are told by their wait class alone. */
export const mostKeysPerMinute = 100;
const otherWork = '(other)';

/** To be called within a transaction. */
export function activityRoller(db: DatabaseSync, keys: ActivityKeys): ActivityRoller {
  const due = db.prepare(
    `select distinct second / 60 as minute from looks
     where second < ?1 and second / 60 > coalesce(
       (select max(at) from steps where width = ${minuteWide} and is_rolled = 1 and at < ?1 / 60), 0)
     order by 1`,
  );
  const seen = db.prepare(
    'select key, count(*) as sessions from samples where second >= ? and second < ? group by key order by 2 desc, 1',
  );
  const countLooks = db.prepare('select count(*) as looks from looks where second >= ? and second < ?');
  const addLooks = db.prepare(
    `insert into steps (width, at, looks, is_rolled, counted) values (?, ?, ?, 1, 0)
     on conflict do update set looks = looks + excluded.looks, is_rolled = 1`,
  );
  const addActivity = db.prepare(
    `insert into activity_steps (width, at, key, sessions) values (?, ?, ?, ?)
     on conflict do update set sessions = sessions + excluded.sessions`,
  );

  function keyOf(id: number, place: number, minute: number): number {
    const key = keys.get(id);
    if (!key) return id;
    return keys.idOf(place < mostKeysPerMinute ? key : withoutDetail(key), minute);
  }

  return {
    due: (beforeSecond) => due.all(Math.floor(beforeSecond / 60) * 60).map(({ minute }) => Number(minute)),
    rollUp(minute) {
      const [from, to] = [minute * 60, (minute + 1) * 60];
      const looks = Number(countLooks.get(from, to)?.looks);
      const rows = seen.all(from, to).map(({ key, sessions }, place) => ({
        key: keyOf(Number(key), place, minute),
        sessions: Number(sessions),
      }));
      for (const width of [minuteWide, hourWide]) {
        const at = minute - (minute % width);
        addLooks.run(width, at, looks);
        for (const { key, sessions } of rows) addActivity.run(width, at, key, sessions);
      }
    },
  };
}

function withoutDetail({ waitClass }: ActivityKey): ActivityKey {
  return { waitClass, event: '', statementId: '', module: otherWork, action: otherWork };
}

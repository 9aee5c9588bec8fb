import type { DatabaseSync } from 'node:sqlite';
import type { Told } from './told.ts';

export type Counted = 'views' | 'interactions' | 'errors';

/** Keeps the row of a session up as what it does comes in. Who says nothing of a session belongs to none. */
export function sessionWriter(db: DatabaseSync): (told: Told, atUs: number, counted?: Counted) => void {
  const upsert = db.prepare(
    `insert into browser_sessions (session_id, app, release, is_phone, first_page, started_us, last_us, views, interactions, errors)
     values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9)
     on conflict do update set
       first_page = case when excluded.started_us < started_us then excluded.first_page else first_page end,
       started_us = min(started_us, excluded.started_us), last_us = max(last_us, excluded.last_us),
       views = views + excluded.views, interactions = interactions + excluded.interactions, errors = errors + excluded.errors`,
  );
  return ({ sessionId, app, release, isPhone, page }, atUs, counted) => {
    if (sessionId === '') return;
    const counts = (['views', 'interactions', 'errors'] as const).map((name) => (name === counted ? 1 : 0));
    upsert.run(sessionId, app, release, isPhone ? 1 : 0, page, atUs, ...counts);
  };
}

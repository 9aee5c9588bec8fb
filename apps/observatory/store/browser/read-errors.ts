import type { DatabaseSync } from 'node:sqlite';
import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { nanoText } from '../nano.ts';
import type { Row } from '../rows.ts';
import type { BrowserPosition } from './read-sessions.ts';

export interface ErrorReader {
  list(search: ErrorSearch, after: BrowserPosition | undefined, limit: number): ErrorPage;
}

export interface ErrorSearch {
  readonly fromUs: number;
  readonly app: string | undefined;
  /** Template of a page that met them. */
  readonly page: string | undefined;
}

export interface ErrorPage {
  readonly errors: BrowserError[];
  readonly next: BrowserPosition | undefined;
}

const mostPages = 5;

export function errorReader(db: DatabaseSync): ErrorReader {
  const find = db.prepare(
    `select * from browser_errors where last_us >= ?1 and (?2 is null or app = ?2) and (last_us, id) < (?3, ?4)
       and (?5 is null or id in (select error from browser_events where page = ?5))
     order by last_us desc, id desc limit ?6`,
  );
  const sessionsOf = db.prepare('select count(distinct session_id) as n from browser_events where error = ?');
  const pagesOf = db.prepare(
    `select page from browser_events where error = ? group by page order by count(*) desc, page limit ${mostPages}`,
  );
  return {
    list({ fromUs, app, page }, after, limit) {
      const from = after ?? { lastUs: Number.MAX_SAFE_INTEGER, id: 0 };
      const rows = find.all(fromUs, app ?? null, from.lastUs, from.id, page ?? null, limit + 1);
      const last = rows[limit - 1];
      const next = rows.length > limit && last ? { lastUs: Number(last.last_us), id: Number(last.id) } : undefined;
      const errors = rows.slice(0, limit).map((row) => {
        const id = Number(row.id);
        const pages = pagesOf.all(id).map(({ page }) => String(page));
        return { ...toError(row), sessions: Number(sessionsOf.get(id)?.n), pages };
      });
      return { errors, next };
    },
  };
}

function toError(row: Row): Omit<BrowserError, 'sessions' | 'pages'> {
  const stack = String(row.stack);
  return {
    errorId: Number(row.id),
    app: String(row.app),
    type: String(row.type),
    message: String(row.message),
    file: String(row.file),
    line: Number(row.line),
    column: Number(row.column_number),
    stack: stack === '' ? [] : stack.split('\n'),
    release: String(row.release),
    firstTimeUnixNano: nanoText({ us: Number(row.first_us), rest: 0 }),
    lastTimeUnixNano: nanoText({ us: Number(row.last_us), rest: 0 }),
    times: Number(row.times),
    lastSessionId: row.last_session === null ? null : String(row.last_session),
    lastTraceId: row.last_trace === null ? null : String(row.last_trace),
  };
}

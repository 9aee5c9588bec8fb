import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { BrowserSession } from '@octo/contracts/observatory-browser.ts';
import { nanoText } from '../nano.ts';
import type { Row } from '../rows.ts';

export interface SessionSearch {
  readonly fromUs: number;
  readonly app: string | undefined;
  /** Template of a page that it saw. */
  readonly page: string | undefined;
  readonly hasErrors: boolean;
  /** Id of an error that it met. */
  readonly error: number | undefined;
}

export interface BrowserPosition {
  readonly lastUs: number;
  readonly id: number;
}

export interface SessionReader {
  list(search: SessionSearch, after: BrowserPosition | undefined, limit: number): SessionPage;
  find(sessionId: string): BrowserSession | undefined;
}

export interface SessionPage {
  readonly sessions: BrowserSession[];
  readonly next: BrowserPosition | undefined;
}

export function sessionReader(db: DatabaseSync): SessionReader {
  const findOne = db.prepare('select * from browser_sessions where session_id = ?');
  return {
    list(search, after, limit) {
      const from = after ?? { lastUs: Number.MAX_SAFE_INTEGER, id: 0 };
      const { text, values } = conditionsOf(search);
      const statement = `select * from browser_sessions where (last_us, id) < (?, ?) ${text}
        order by last_us desc, id desc limit ?`;
      const rows = db.prepare(statement).all(from.lastUs, from.id, ...values, limit + 1);
      const last = rows[limit - 1];
      const next = rows.length > limit && last ? { lastUs: Number(last.last_us), id: Number(last.id) } : undefined;
      return { sessions: rows.slice(0, limit).map(toSession), next };
    },
    find(sessionId) {
      const row = findOne.get(sessionId);
      return row && toSession(row);
    },
  };
}

function conditionsOf({ fromUs, app, page, hasErrors, error }: SessionSearch) {
  const texts = ['and last_us >= ?'];
  const values: SQLInputValue[] = [fromUs];
  const add = (text: string, value: SQLInputValue) => {
    texts.push(`and ${text}`);
    values.push(value);
  };
  if (app !== undefined) add('app = ?', app);
  if (hasErrors) add('errors > ?', 0);
  if (error !== undefined) add('session_id in (select session_id from browser_events where error = ?)', error);
  if (page !== undefined)
    add('exists (select 1 from browser_spans s where s.session_id = browser_sessions.session_id and s.page = ?)', page);
  return { text: texts.join(' '), values };
}

function toSession(row: Row): BrowserSession {
  return {
    sessionId: String(row.session_id),
    app: String(row.app),
    release: String(row.release),
    device: row.is_phone === 1 ? 'phone' : 'desk',
    startTimeUnixNano: nanoText({ us: Number(row.started_us), rest: 0 }),
    lastTimeUnixNano: nanoText({ us: Number(row.last_us), rest: 0 }),
    firstPage: String(row.first_page),
    views: Number(row.views),
    interactions: Number(row.interactions),
    errors: Number(row.errors),
  };
}

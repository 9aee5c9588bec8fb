import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';

/** The statements that were ever seen, one row each. */
export interface StatementRows {
  isEmpty(): boolean;
  /** The row of a statement that was seen before. */
  find(statementId: string): number | undefined;
  /** Makes a row, or adds to it what was learnt. What the first look of all finds was there before, nobody knows since when. */
  note(total: StatementTotals, atMs: number, isFirstLook: boolean): { id: number; isNew: boolean };
  seen(statementId: string, atMs: number): void;
  /** Forgets what it knows of the table, after statements have left or were not written after all. */
  forget(): void;
}

interface Known {
  readonly id: number;
  sqlId: string | null;
}

/** To be called within a transaction. */
export function statementRows(db: DatabaseSync): StatementRows {
  const { any, byId, byText, insert, setSqlId, setSeen } = prepareAll(db);
  const known = new Map<string, Known>();

  function find(statementId: string): Known | undefined {
    const remembered = known.get(statementId);
    if (remembered) return remembered;
    const row = byId.get(statementId);
    if (!row) return undefined;
    const found = { id: Number(row.id), sqlId: row.sql_id === null ? null : String(row.sql_id) };
    known.set(statementId, found);
    return found;
  }

  function learn(found: Known, sqlId: string | null): void {
    if (sqlId === null || sqlId === found.sqlId) return;
    setSqlId.run(sqlId, found.id);
    found.sqlId = sqlId;
  }

  function add({ statementId, sqlId, text, since }: StatementTotals, atMs: number, isFirstLook: boolean): number {
    const hash = hashOf(text);
    // The same text may come under another id, as after its tables were made anew: it is no new statement.
    const before = byText.get(hash);
    const sinceMs = Math.min(since?.getTime() ?? atMs, atMs);
    const firstSeenMs = Math.min(sinceMs, Number(before?.first_seen_ms ?? sinceMs));
    const isInitial = Number(isFirstLook || before?.is_initial === 1);
    const id = Number(insert.run(statementId, sqlId, text, hash, firstSeenMs, atMs, isInitial).lastInsertRowid);
    known.set(statementId, { id, sqlId });
    return id;
  }

  return {
    isEmpty: () => any.get() === undefined,
    find: (statementId) => find(statementId)?.id,
    note(total, atMs, isFirstLook) {
      const found = find(total.statementId);
      if (!found) return { id: add(total, atMs, isFirstLook), isNew: true };
      learn(found, total.sqlId);
      return { id: found.id, isNew: false };
    },
    seen: (statementId, atMs) => void setSeen.run(atMs, statementId),
    forget: () => known.clear(),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function prepareAll(db: DatabaseSync) {
  return {
    any: db.prepare('select id from statements limit 1'),
    byId: db.prepare('select id, sql_id from statements where statement_id = ?'),
    byText: db.prepare(
      'select min(first_seen_ms) as first_seen_ms, max(is_initial) as is_initial from statements where text_hash = ?',
    ),
    insert: db.prepare(
      `insert into statements (statement_id, sql_id, text, text_hash, first_seen_ms, last_seen_ms, is_initial)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    setSqlId: db.prepare('update statements set sql_id = ? where id = ?'),
    setSeen: db.prepare('update statements set last_seen_ms = max(last_seen_ms, ?) where statement_id = ?'),
  };
}

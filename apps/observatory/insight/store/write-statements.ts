import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';
import { costliest, type StatementWork, type Work } from '../count-work.ts';
import { hourWide, minuteWide, otherStatements } from './schema.ts';
import type { PlanWriter } from './write-plans.ts';

/** What a look at all statements brought. */
export interface StatementsLook {
  readonly atMs: number;
  readonly totals: readonly StatementTotals[];
  /** What was done in a minute; absent for a look that nothing can be compared with. */
  readonly counted: { readonly minute: number; readonly work: readonly StatementWork[] } | undefined;
}

/** Statements of a minute that are told one by one. */
export const mostPerMinute = 50;

export interface StatementWriter {
  add(look: StatementsLook): void;
  /** The row of a statement that was seen before. */
  rowOf(statementId: string): number | undefined;
  /** Forgets what it knows of the tables, after statements have left or were not written after all. */
  forget(): void;
}

interface Known {
  readonly id: number;
  sqlId: string | null;
}

/** To be called within a transaction. */
export function statementWriter(db: DatabaseSync, plans: PlanWriter): StatementWriter {
  const statements = prepareAll(db);
  const known = new Map<string, Known>();

  function find(statementId: string): Known | undefined {
    const remembered = known.get(statementId);
    if (remembered) return remembered;
    const row = statements.find.get(statementId);
    if (!row) return undefined;
    const found = { id: Number(row.id), sqlId: row.sql_id === null ? null : String(row.sql_id) };
    known.set(statementId, found);
    return found;
  }

  function note(total: StatementTotals, atMs: number, isFirstLook: boolean): { id: number; isNew: boolean } {
    const { statementId, text, sqlId } = total;
    const found = find(statementId);
    if (found) {
      if (sqlId !== null && sqlId !== found.sqlId) statements.setSqlId.run(sqlId, found.id);
      found.sqlId = sqlId ?? found.sqlId;
      return { id: found.id, isNew: false };
    }
    const since = Math.min(total.since?.getTime() ?? atMs, atMs);
    const hash = hashOf(text);
    // The same text may come under another id, as after its tables were made anew: it is no new statement.
    const before = statements.findText.get(hash);
    const firstSeenMs = Math.min(since, Number(before?.first_seen_ms ?? since));
    const isInitial = isFirstLook || before?.is_initial === 1;
    const { lastInsertRowid } = statements.insert.run(
      statementId,
      sqlId,
      text,
      hash,
      firstSeenMs,
      atMs,
      Number(isInitial),
    );
    const id = Number(lastInsertRowid);
    known.set(statementId, { id, sqlId });
    return { id, isNew: true };
  }

  function addWork(minute: number, statement: number, work: Work): void {
    const { calls, elapsedMs, rows, blocksRead, blocksHit } = work;
    const elapsedUs = Math.round(elapsedMs * 1000);
    for (const width of [minuteWide, hourWide])
      statements.addWork.run(
        width,
        minute - (minute % width),
        statement,
        calls,
        elapsedUs,
        rows,
        blocksRead,
        blocksHit,
      );
  }

  function addMinute({ atMs, counted }: StatementsLook): void {
    if (!counted) return;
    const { minute, work } = counted;
    const { listed, other } = costliest(work, mostPerMinute);
    for (const width of [minuteWide, hourWide]) statements.addStep.run(width, minute - (minute % width));
    for (const { statementId } of work) statements.setSeen.run(atMs, statementId);
    for (const one of listed) addWork(minute, find(one.statementId)?.id ?? otherStatements, one);
    if (other) addWork(minute, otherStatements, other);
  }

  return {
    add(look) {
      const isFirstLook = statements.any.get() === undefined;
      const ran = new Set(look.counted?.work.map(({ statementId }) => statementId));
      for (const total of look.totals) {
        const { id, isNew } = note(total, look.atMs, isFirstLook);
        if (total.planHash !== null && (isNew || ran.has(total.statementId))) plans.note(id, total.planHash, look.atMs);
      }
      addMinute(look);
    },
    rowOf: (statementId) => find(statementId)?.id,
    forget: () => known.clear(),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function prepareAll(db: DatabaseSync) {
  return {
    any: db.prepare('select id from statements limit 1'),
    find: db.prepare('select id, sql_id from statements where statement_id = ?'),
    findText: db.prepare(
      'select min(first_seen_ms) as first_seen_ms, max(is_initial) as is_initial from statements where text_hash = ?',
    ),
    insert: db.prepare(
      `insert into statements (statement_id, sql_id, text, text_hash, first_seen_ms, last_seen_ms, is_initial)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    setSqlId: db.prepare('update statements set sql_id = ? where id = ?'),
    setSeen: db.prepare('update statements set last_seen_ms = max(last_seen_ms, ?) where statement_id = ?'),
    addStep: db.prepare(
      `insert into steps (width, at, looks, is_rolled, counted) values (?, ?, 0, 0, 1)
       on conflict do update set counted = counted + 1`,
    ),
    addWork: db.prepare(
      `insert into statement_steps (width, at, statement, calls, elapsed_us, rows, blocks_read, blocks_hit)
       values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict do update set calls = calls + excluded.calls, elapsed_us = elapsed_us + excluded.elapsed_us,
         rows = rows + excluded.rows, blocks_read = blocks_read + excluded.blocks_read, blocks_hit = blocks_hit + excluded.blocks_hit`,
    ),
  };
}

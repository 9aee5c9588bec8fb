import type { DatabaseSync } from 'node:sqlite';
import type { StatementTotals } from '@octo/platform/database/insight/insight.ts';
import { costliest, type StatementWork, type Work } from '../count-work.ts';
import { hourWide, minuteWide, otherStatements } from './schema.ts';
import type { StatementRows } from './statement-rows.ts';
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
}

/** To be called within a transaction. */
export function statementWriter(db: DatabaseSync, rows: StatementRows, plans: PlanWriter): StatementWriter {
  const insertStep = db.prepare(
    `insert into steps (width, at, looks, is_rolled, counted) values (?, ?, 0, 0, 1)
     on conflict do update set counted = counted + 1`,
  );
  const insertWork = db.prepare(
    `insert into statement_steps (width, at, statement, calls, elapsed_us, rows, blocks_read, blocks_hit)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do update set calls = calls + excluded.calls, elapsed_us = elapsed_us + excluded.elapsed_us,
       rows = rows + excluded.rows, blocks_read = blocks_read + excluded.blocks_read, blocks_hit = blocks_hit + excluded.blocks_hit`,
  );

  function addWork(minute: number, statement: number, { calls, elapsedMs, rows, blocksRead, blocksHit }: Work): void {
    const figures = [calls, Math.round(elapsedMs * 1000), rows, blocksRead, blocksHit];
    for (const width of [minuteWide, hourWide]) insertWork.run(width, minute - (minute % width), statement, ...figures);
  }

  function addMinute({ atMs, counted }: StatementsLook): void {
    if (!counted) return;
    const { minute, work } = counted;
    const { listed, other } = costliest(work, mostPerMinute);
    for (const width of [minuteWide, hourWide]) insertStep.run(width, minute - (minute % width));
    for (const { statementId } of work) rows.seen(statementId, atMs);
    for (const one of listed) addWork(minute, rows.find(one.statementId) ?? otherStatements, one);
    if (other) addWork(minute, otherStatements, other);
  }

  return {
    add(look) {
      const isFirstLook = look.counted === undefined && rows.isEmpty();
      const ran = new Set(look.counted?.work.map(({ statementId }) => statementId));
      for (const total of look.totals) {
        const { id, isNew } = rows.note(total, look.atMs, isFirstLook);
        if (total.planHash !== null && (isNew || ran.has(total.statementId))) plans.note(id, total.planHash, look.atMs);
      }
      addMinute(look);
    },
  };
}

import { longestText } from '../bounds.ts';
import type { StatementTotals } from '../insight.ts';
import { maskConstants } from '../mask-constants.ts';

/** Rows of pg_stat_statements, summed by statement; a row of another role that may not be seen has no id. */
export interface TotalsRow {
  statementId: string | null;
  text: string;
  calls: number;
  elapsedMs: number;
  rowCount: number;
  blocksRead: number;
  blocksHit: number;
  since: Date | null;
}

export function toStatementTotals(row: TotalsRow, statementId: string, sqlId: string | null): StatementTotals {
  return {
    statementId,
    sqlId,
    text: maskConstants(row.text).slice(0, longestText.ofStatement),
    calls: row.calls,
    elapsedMs: row.elapsedMs,
    rows: row.rowCount,
    blocksRead: row.blocksRead,
    blocksHit: row.blocksHit,
    planHash: null,
    since: row.since,
  };
}

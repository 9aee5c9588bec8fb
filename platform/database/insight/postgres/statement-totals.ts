import { oracleSqlId } from '../../sql-id.ts';
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

export function toStatementTotals(
  row: TotalsRow,
  statementId: string,
  learntSqlId: string | undefined,
): StatementTotals {
  return {
    statementId,
    sqlId: learntSqlId ?? sqlIdOfKept(row.text),
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

/** A text in which nothing can have been replaced is the one that was sent. */
function sqlIdOfKept(text: string): string | null {
  return text.includes('$') ? null : oracleSqlId(text);
}

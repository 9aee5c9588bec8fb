import { maskConstants } from '../mask-constants.ts';
import type { PlanStep } from '../plan-lines.ts';

/** A row of V$SQL_PLAN. */
export interface PlanRow {
  id: number;
  parentId: number | null;
  operation: string;
  options: string | null;
  objectName: string | null;
  cost: number | null;
  rowCount: number | null;
  accessPredicates: string | null;
  filterPredicates: string | null;
  planHash: number | string;
}

/** Rows in order of their number, the first of which is the statement itself, become steps within steps. */
export function readPlanRows(rows: readonly PlanRow[]): PlanStep | undefined {
  const children = Map.groupBy(rows.slice(1), (row) => row.parentId);
  return rows[0] && stepOf(rows[0], children);
}

function stepOf(row: PlanRow, children: ReadonlyMap<number | null, readonly PlanRow[]>): PlanStep {
  const kind = [row.operation, row.options].filter((word) => word !== null).join(' ');
  const object = row.objectName?.toLowerCase() ?? null;
  return {
    title: [kind, ...(object ? [object] : []), `(cost ${row.cost ?? '?'}, rows ${row.rowCount ?? '?'})`].join(' '),
    shape: [kind, object],
    notes: [...noteOf('access', row.accessPredicates), ...noteOf('filter', row.filterPredicates)],
    steps: (children.get(row.id) ?? []).map((child) => stepOf(child, children)),
  };
}

function noteOf(name: string, predicates: string | null): string[] {
  return predicates === null ? [] : [`${name}: ${maskConstants(predicates)}`];
}

type RowKey<Row> = (row: Row) => string | number;

export interface SteadyRows<Row> {
  rows: readonly Row[];
  /** How many rows came in that are not shown yet. */
  newCount: number;
  /** Whether the rows as they are now stand elsewhere than they are shown. */
  hasMoved: boolean;
}

/**
 * Lays fresh rows over those that somebody looks at. What a row says is changed in its place, and rows after the last one
 * are added; what would move a row under the pointer waits.
 */
export function layOver<Row>(shown: readonly Row[], fresh: readonly Row[], rowKey: RowKey<Row>): SteadyRows<Row> {
  const standsAsBefore = shown.every((row, index) => {
    const now = fresh[index];
    return now !== undefined && rowKey(now) === rowKey(row);
  });
  if (standsAsBefore) return { rows: fresh, newCount: 0, hasMoved: false };
  const freshByKey = new Map(fresh.map((row) => [rowKey(row), row]));
  const shownKeys = new Set(shown.map(rowKey));
  const last = fresh.findLastIndex((row) => shownKeys.has(rowKey(row)));
  const added = last < 0 ? [] : fresh.slice(last + 1);
  const rows = [...shown.map((row) => freshByKey.get(rowKey(row)) ?? row), ...added];
  return {
    rows,
    newCount: fresh.length - added.length - shown.filter((row) => freshByKey.has(rowKey(row))).length,
    hasMoved: true,
  };
}

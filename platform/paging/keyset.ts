import { type RawBuilder, sql } from 'kysely';

/** What a sort value is, which decides how it is written in a cursor. */
export type SortKind = 'text' | 'whole' | 'amount' | 'instant';

/** One way to sort a list. The id decides between equals, in the same direction. */
export interface Sort<Column extends string = string> {
  column: Column;
  kind: SortKind;
  direction: 'asc' | 'desc';
}

/** Where a page ended: the sort value of its last row, and its id. An amount is the decimal text of the database. */
export interface Position<Id extends number | string = number> {
  value: string | number | Date;
  id: Id;
}

/** The same in a list of events, movements or audit rows, whose ids are UUIDs. */
export type EventPosition = Position<string>;

/**
 * The rows that come after a position. The column is bounded by itself too, so that an index on it gives just the range,
 * on either engine.
 */
export function comesAfter(
  sort: Sort,
  columns: { value: string; id: string },
  after: Position | EventPosition,
): RawBuilder<boolean> {
  const [value, id] = [sql.ref(columns.value), sql.ref(columns.id)];
  return sort.direction === 'asc'
    ? sql<boolean>`(${value} >= ${after.value} and (${value} > ${after.value} or ${id} > ${after.id}))`
    : sql<boolean>`(${value} <= ${after.value} and (${value} < ${after.value} or ${id} < ${after.id}))`;
}

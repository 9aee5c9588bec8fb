import { type RawBuilder, sql } from 'kysely';

/** The text that a search looks in: these columns one after the other, in capitals. An index on it lies in the schema. */
export function searchable(columns: readonly string[]): RawBuilder<string> {
  const parts = columns.map((column) => sql`coalesce(${sql.ref(column)}, ' ')`);
  return sql<string>`upper(${sql.join(parts, sql` || ' ' || `)})`;
}

/** Whether one of the columns holds what somebody typed, in any case; `%` and `_` mean themselves. */
export function contains(columns: readonly string[], typed: string): RawBuilder<boolean> {
  const pattern = `%${typed.replace(/[!%_]/g, '!$&')}%`;
  return sql<boolean>`${searchable(columns)} like upper(${pattern}) escape '!'`;
}

import type { DatabaseSync } from 'node:sqlite';
import type { Row } from '../rows.ts';
import type { TableForm } from './table-form.ts';

/** Adds rows to a table; one that is there already stays as it is. True when it was added. */
export function inserter(db: DatabaseSync, { table, columns }: TableForm): (row: Row) => boolean {
  const insert = db.prepare(`insert or ignore into ${table} values (${columns.map(() => '?').join(', ')})`);
  return (row) => Number(insert.run(...columns.map((column) => row[column] ?? null)).changes) > 0;
}

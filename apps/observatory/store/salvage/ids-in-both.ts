import type { DatabaseSync } from 'node:sqlite';
import { newestFirst, unreadable } from './read-damaged.ts';
import { tableForm } from './table-form.ts';

/** Ids that stand for the same here and there: what was lost may have left its id to another. */
export function idsInBoth(damaged: DatabaseSync, db: DatabaseSync, table: string, columns: readonly string[]) {
  const find = db.prepare(`select * from ${table} where id = ?`);
  const ids = new Set<number>();
  for (const row of newestFirst(damaged, tableForm(db, table))) {
    if (row === unreadable) continue;
    const here = find.get(row.id ?? null);
    if (here && columns.every((column) => here[column] === row[column])) ids.add(Number(row.id));
  }
  return ids;
}

import { createHash } from 'node:crypto';
import type { Tables } from '@octo/database/tables.ts';
import { tableNames } from '@octo/database/testing/empty-tables.ts';
import { type Kysely, sql } from 'kysely';

/** A fingerprint of every row, by table: two of them are equal only when nothing was written between. */
export async function databaseContent(owner: Kysely<Tables>): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const name of tableNames(owner)) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(owner);
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    content[name] = `${rows.length} rows ${createHash('md5').update(lines.join()).digest('hex')}`;
  }
  return content;
}

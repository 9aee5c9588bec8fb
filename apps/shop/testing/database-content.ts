import type { Tables } from '@octo/database/tables.ts';
import { type Kysely, sql } from 'kysely';

/** A fingerprint of every row, by table: two of them are equal only when nothing was written between. */
export async function databaseContent(owner: Kysely<Tables>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(owner);
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ content: string }>`
      select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as content
      from ${sql.table(name)} t`.execute(owner);
    content[name] = rows[0]?.content ?? '';
  }
  return content;
}

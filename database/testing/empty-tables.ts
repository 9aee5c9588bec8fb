import { CompiledQuery, type Kysely } from 'kysely';
import { compileMigrations } from '../migrate.ts';
import type { Tables } from '../tables.ts';

/** Takes away every row that did not come with the schema, in one transaction. Sequences go on from where they are. */
export async function emptyTables(db: Kysely<Tables>): Promise<void> {
  const deletes = tableNames(db).map((table) => `delete from ${table}`);
  const firstRows = migrationTexts(db).filter((text) => text.startsWith('insert '));
  await db.transaction().execute(async (transaction) => {
    for (const text of [...deletes.reverse(), ...firstRows]) await transaction.executeQuery(CompiledQuery.raw(text));
  });
}

/** Every table of ours, the oldest first: a table refers only to those before it. */
export function tableNames(db: Kysely<Tables>): string[] {
  return migrationTexts(db).flatMap((text) => /^create table (?:if not exists )?(\w+)/.exec(text)?.[1] ?? []);
}

function migrationTexts(db: Kysely<Tables>): string[] {
  return compileMigrations(withPlainNames(db)).map(({ sql }) => sql);
}

// Migrations speak of names as they are in the database, and know no table types.
function withPlainNames(db: Kysely<Tables>): Kysely<unknown> {
  return db.withoutPlugins() as unknown as Kysely<unknown>;
}

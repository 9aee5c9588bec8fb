import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { sql } from 'kysely';
import { compileOnly } from '../oracle/compile-only.ts';
import type { Tables } from '../tables.ts';
import { emptyTables, tableNames } from './empty-tables.ts';
import { createTestDatabase } from './test-database.ts';

test('every row goes but those that came with the schema, and ids go on from where they are', async () => {
  await using database = await createTestDatabase({ seed: true });
  const db = openDatabase<Tables>({ ...database.addresses.owner, applicationName: 'test', poolMax: 1 });
  const nextId = async () => (await sql<{ id: number }>`select nextval('business_ids') as id`.execute(db)).rows[0]?.id;
  const before = (await nextId()) ?? Number.NaN;
  await db.updateTable('catalogVersion').set({ version: 9 }).execute();
  await emptyTables(db);
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'schema\\_migrations%'`.execute(
    db,
  );
  assert.deepEqual(tableNames(db).toSorted(), tables.map(({ name }) => name).sort());
  for (const { name } of tables.filter((table) => table.name !== 'catalog_version')) {
    const { rows } = await sql`select 1 as one from ${sql.table(name)} fetch first 1 rows only`.execute(db);
    assert.deepEqual(rows, [], name);
  }
  const versions = await db.selectFrom('catalogVersion').select(['id', 'version']).execute();
  assert.deepEqual(versions, [{ id: 1, version: 1 }]);
  assert.ok(((await nextId()) ?? 0) > before);
  await db.destroy();
});

test('the tables are the same ones on Oracle', async () => {
  const db = openDatabase<Tables>({ url: 'postgres://nobody@127.0.0.1:1/none', applicationName: 'test', poolMax: 1 });
  assert.deepEqual(tableNames(compileOnly<Tables>()), tableNames(db));
});

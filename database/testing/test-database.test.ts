import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { connect } from '../owner-connection.ts';
import { createTestDatabase } from './test-database.ts';

async function count(url: string, table: string): Promise<number> {
  const client = await connect(url);
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  await client.end();
  return rows[0]?.n ?? -1;
}

test('gives each caller a database of its own, empty or seeded', async () => {
  await using empty = await createTestDatabase();
  await using seeded = await createTestDatabase({ seed: true });
  await using second = await createTestDatabase({ seed: true });
  const client = await connect(second.ownerUrl);
  await client.query('delete from reviews');
  await client.end();
  assert.equal(await count(empty.ownerUrl, 'products'), 0);
  assert.equal(await count(seeded.urls.octo_shop, 'products'), 52);
  assert.equal(await count(second.urls.octo_shop, 'reviews'), 0);
  assert.notEqual(await count(seeded.urls.octo_shop, 'reviews'), 0);
});

test('takes the database away at close, even when somebody is still connected', async () => {
  const database = await createTestDatabase();
  const lingering = await connect(database.urls.octo_crm);
  lingering.on('error', () => undefined);
  await database.close();
  await assert.rejects(
    connect(database.ownerUrl),
    (error) => error instanceof pg.DatabaseError && error.code === '3D000',
  );
  await lingering.end().catch(() => undefined);
});

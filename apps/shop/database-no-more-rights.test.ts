import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { type Kysely, sql } from 'kysely';

/** Ways to more rights. */
const ways: Record<string, string> = {
  'become the CRM': 'set role octo_crm',
  'become the owner': 'set role octo_owner',
  'be given the rights of the CRM': 'grant octo_crm to octo_shop',
  'change a table': 'alter table products add column mine int',
  'empty a table': 'truncate products cascade',
};

let database: TestDatabase;
let shop: Kysely<Tables>;
before(async () => {
  database = await createTestDatabase();
  shop = openDatabase<Tables>({ url: database.urls.octo_shop, applicationName: 'test', poolMax: 1 });
});
after(async () => {
  await shop.destroy();
  await database.close();
});

for (const [name, statement] of Object.entries(ways)) {
  test(`with the rights of the shop nobody can ${name}`, async () => {
    await assert.rejects(sql.raw(statement).execute(shop), { code: '42501' });
  });
}

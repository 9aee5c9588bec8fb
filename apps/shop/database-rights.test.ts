import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { lacksRight } from '@octo/platform/testing/lacks-right.ts';
import { type Kysely, sql } from 'kysely';

/** What the control plane alone may do. Each statement changes a row, so that only the rights decide. */
const ofTheControlPlane: Record<string, string> = {
  'change a price': 'update products set price = 1 where id = 1',
  'change a name': `update products set name = 'Mine' where id = 1`,
  'change a text': `update products set description = 'Mine', category = 'Mine' where id = 1`,
  'change a picture': `update products set image_url = '/mine.svg' where id = 1`,
  'take a product off sale': 'update products set is_active = false, version = version + 1 where id = 1',
  'assign a product to another shop': 'update products set shop_id = 2 where id = 1',
  'add a product': `insert into products (id, name, sku, price, category, created_at, updated_at)
    values (900001, 'Mine', 'MINE', 1, 'Mine', current_timestamp, current_timestamp)`,
  'change a shop': `update shops set name = 'Mine', slug = 'mine' where id = 1`,
  'close a shop': `update shops set status = 'inactive' where id = 1`,
  'add a shop': `insert into shops (id, slug, name, region, created_at, updated_at)
    values (900001, 'mine', 'Mine', 'eu', current_timestamp, current_timestamp)`,
  'remove a shop': `delete from shops s where s.id = (select max(id) from shops)`,
  'change a warehouse': `update warehouses set name = 'Mine' where id = 1`,
  'add a warehouse': `insert into warehouses (id, name, region, created_at) values (900001, 'Mine', 'eu', current_timestamp)`,
  'make a level of stock': `insert into stock_levels (product_id, warehouse_id, quantity)
    select id, 1, 1000 from products where not exists
      (select 1 from stock_levels l where l.product_id = products.id and l.warehouse_id = 1) fetch first 1 rows only`,
  'change a coupon': 'update coupons set discount_percent = 99 where id = 1',
  'add a coupon': `insert into coupons (id, code, created_at, updated_at) values (900001, 'MINE', current_timestamp, current_timestamp)`,
  'remove a coupon': 'delete from coupons where id = 1',
  'move the version of the catalogue': 'update catalog_version set version = version + 1',
  'make somebody an administrator': `insert into staff_roles (user_id, role, granted_by, granted_at)
    select max(id), 'admin', 'nobody', current_timestamp from users where id not in (select user_id from staff_roles)`,
  'raise somebody to administrator': `update staff_roles set role = 'admin' where role = 'viewer'`,
  'remove a role': `delete from staff_roles where role = 'viewer'`,
};

describe('with the rights of the shop nobody can', () => {
  let database: TestDatabase;
  let shop: Kysely<Tables>;
  let crm: Kysely<Tables>;
  before(async () => {
    database = await createTestDatabase({ seed: true });
    const { octo_shop, octo_crm } = database.addresses;
    const open = (address: DatabaseAddress) =>
      openDatabase<Tables>({ ...address, applicationName: 'test', poolMax: 1 });
    [shop, crm] = [open(octo_shop), open(octo_crm)];
    const owner = openOwner(database);
    await sql`delete from stock_levels where product_id = 1 and warehouse_id = 1`.execute(owner);
    await owner.destroy();
  });
  after(async () => {
    await Promise.all([shop.destroy(), crm.destroy()]);
    await database.close();
  });

  for (const [name, statement] of Object.entries(ofTheControlPlane)) {
    test(`${name}, and the CRM can`, async () => {
      await assert.rejects(sql.raw(statement).execute(shop), lacksRight);
      const undone = new Error('this was only to see');
      const attempt = crm.transaction().execute(async (db) => {
        const { numAffectedRows = 0n } = await sql.raw(statement).execute(db);
        assert.ok(numAffectedRows > 0n, 'it changes something');
        throw undone;
      });
      await assert.rejects(attempt, undone);
    });
  }
});

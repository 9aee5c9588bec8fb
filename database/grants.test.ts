import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { applyGrants } from './apply-grants.ts';
import { grants, insightRole, sequenceUsers, serviceRoles } from './grants.ts';
import { connect } from './owner-connection.ts';
import { readSchema } from './read-schema.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const refused = '42501';
// A view over several tables, or a column of it that is computed, cannot be written by anybody.
const viewCannotBeWritten = ['55000', '0A000'];
const appendOnly = ['order_events', 'audit_logs', 'security_events', 'stock_movements', 'ticket_messages', 'outbox'];

describe('the grants', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let columnsByTable: Map<string, string[]>;

  before(async () => {
    database = await createTestDatabase();
    owner = await connect(database.ownerUrl);
    const columns = await readSchema(owner);
    columnsByTable = new Map(
      [...Map.groupBy(columns, (column) => column.tableName)].map(([table, own]) => [
        table,
        own.map((column) => column.columnName),
      ]),
    );
  });
  after(async () => {
    await owner.end();
    await database.close();
  });

  for (const role of serviceRoles) {
    test(`give ${role} what they list for each table and refuse it everything else`, async () => {
      const client = await connect(database.urls[role]);
      try {
        for (const [table, columns] of columnsByTable) {
          const grant = grants[role][table] ?? {};
          assert.deepEqual(
            {
              select: await may(client, `select 1 from ${table}`),
              insert: await may(client, `insert into ${table} default values`),
              delete: await may(client, `delete from ${table}`),
              update: await updatable(client, table, columns),
            },
            {
              select: grant.select ?? false,
              insert: grant.insert ?? false,
              delete: grant.delete ?? false,
              update: grant.update === true ? columns : columns.filter((name) => listed(grant.update, name)),
            },
            `${role} on ${table}`,
          );
        }
      } finally {
        await client.end();
      }
    });

    test(`let ${role} ${sequenceUsers.includes(role) ? 'take' : 'take no'} business ids, and make no table`, async () => {
      const client = await connect(database.urls[role]);
      try {
        const next = client.query("select nextval('business_ids')");
        if (sequenceUsers.includes(role)) await next;
        else await assert.rejects(next, { code: refused });
        await assert.rejects(client.query('create table intruder (id int)'), { code: refused });
      } finally {
        await client.end();
      }
    });
  }

  test('give octo_insight no table, no business id, and nothing to write', async () => {
    const client = await connect(database.urls.octo_insight);
    try {
      for (const [table, columns] of columnsByTable) {
        for (const statement of [
          `select 1 from ${table}`,
          `insert into ${table} default values`,
          `delete from ${table}`,
        ]) {
          assert.equal(await may(client, statement), false, statement);
        }
        assert.deepEqual(await updatable(client, table, columns), [], table);
      }
      await assert.rejects(client.query("select nextval('business_ids')"), { code: refused });
      await assert.rejects(client.query('create table intruder (id int)'), { code: refused });
      const { rows } = await client.query(
        'select rolname from pg_roles where pg_has_role(rolname, $1) and not rolsuper',
        ['member'],
      );
      assert.ok(rows.some((row) => row.rolname === 'pg_monitor'));
      assert.deepEqual(
        rows.filter((row) => row.rolname.startsWith('octo_')).map((row) => row.rolname),
        [insightRole],
      );
    } finally {
      await client.end();
    }
  });

  test('name only tables and columns that exist', () => {
    for (const role of serviceRoles) {
      for (const [table, grant] of Object.entries(grants[role])) {
        const columns = columnsByTable.get(table);
        assert.ok(columns, `${role} is granted ${table}`);
        const updates = grant.update === true ? [] : (grant.update ?? []);
        assert.deepEqual(
          updates.filter((column) => !columns.includes(column)),
          [],
          `${role} on ${table}`,
        );
      }
    }
  });

  test('keep the control plane in the CRM', () => {
    for (const table of ['products', 'shops', 'coupons', 'warehouses', 'services', 'catalog_version', 'staff_roles']) {
      assert.ok(grants.octo_crm[table]?.update, table);
      assert.ok(!grants.octo_shop[table]?.insert && !grants.octo_shop[table]?.delete, table);
    }
    for (const column of ['price', 'name', 'category', 'shop_id', 'is_active']) {
      assert.ok(!listed(grants.octo_shop.products?.update, column));
    }
    assert.ok(!grants.octo_shop.coupons?.update);
  });

  test('let nobody rewrite what is append-only', () => {
    for (const role of serviceRoles) {
      for (const table of appendOnly) {
        const { update, delete: remove } = grants[role][table] ?? {};
        assert.ok(!update && !remove, `${role} on ${table}`);
      }
    }
  });

  test('leave orders and payments to the shop and only their progress to the CRM', () => {
    assert.ok(!grants.octo_crm.orders?.insert && !grants.octo_crm.order_items?.insert);
    assert.deepEqual(grants.octo_crm.payments, { select: true });
    assert.ok(!listed(grants.octo_crm.orders?.update, 'total') && !listed(grants.octo_shop.orders?.update, 'total'));
    assert.ok(listed(grants.octo_crm.orders?.update, 'status'));
  });

  test('are healed when somebody has changed them by hand, and left alone when nobody has', async () => {
    await owner.query(`grant delete on orders to octo_query; revoke select on orders from octo_crm;
       grant select (email) on customers to octo_insight;
       do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`);
    assert.equal(await applyGrants(owner), true);
    assert.equal(await applyGrants(owner), false);
    const crm = await connect(database.urls.octo_crm);
    const query = await connect(database.urls.octo_query);
    const insight = await connect(database.urls.octo_insight);
    assert.equal(await may(insight, 'select email from customers'), false);
    assert.equal(await may(crm, 'select 1 from orders'), true);
    assert.equal(await may(query, 'delete from orders'), false);
    assert.equal(await may(query, 'select * into temporary own from query_products'), false);
    await Promise.all([crm.end(), query.end(), insight.end()]);
  });
});

function listed(update: true | readonly string[] | undefined, column: string): boolean {
  return update === true || (update?.includes(column) ?? false);
}

async function updatable(client: pg.Client, table: string, columns: readonly string[]): Promise<string[]> {
  const allowed: string[] = [];
  for (const column of columns) {
    if (await may(client, `update ${table} set ${column} = default`)) allowed.push(column);
  }
  return allowed;
}

/** Planning a statement checks its rights without touching a row. */
async function may(client: pg.Client, statement: string): Promise<boolean> {
  try {
    await client.query(`explain ${statement}`);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && [refused, ...viewCannotBeWritten].includes(error.code ?? '')) return false;
    throw error;
  }
}

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type pg from 'pg';
import { connect } from './owner-connection.ts';
import { readSchema, type SchemaColumn } from './read-schema.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const missionTables =
  'users products customers orders order_items shops cart_items reviews coupons shipments warehouses campaigns leads page_views audit_logs security_events services tickets ticket_messages assistant_sessions assistant_messages workflow_runs query_executions component_snapshots'.split(
    ' ',
  );
const missionRelations = [
  'customers orders',
  'orders order_items',
  'products order_items',
  'customers reviews',
  'products reviews',
  'products cart_items',
  'orders shipments',
  'campaigns leads',
  'users audit_logs',
  'customers tickets',
  'products tickets',
  'services tickets',
  'tickets ticket_messages',
];
const missionColumns: Record<string, string[]> = {
  customers: ['name', 'email', 'company', 'industry', 'revenue'],
  orders: ['customer_id', 'total', 'status', 'payment_method'],
  products: ['name', 'sku', 'price', 'category'],
  security_events: ['attack_type', 'severity', 'endpoint', 'source_ip', 'trace_id'],
};
const moneyColumns =
  /(^|_)(price|total|subtotal|discount|amount|tax|budget|spent|revenue)$|^(shipping_cost|unit_price|discount_amount)$/;
const reservedInOracle = new Set(
  'access add all alter and any as asc audit between by char check cluster column column_value comment compress connect create current date decimal default delete desc distinct drop else exclusive exists file float for from grant group having identified immediate in increment index initial insert integer intersect into is level like lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number of offline on online option or order pctfree prior public raw rename resource revoke row rowid rownum rows select session set share size smallint start successful synonym sysdate table then to trigger uid union unique update user validate values varchar varchar2 view whenever where with'.split(
    ' ',
  ),
);

describe('the schema', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let columns: SchemaColumn[];
  const tableColumns = () => columns.filter((column) => !column.isView);
  const nameOf = (column: SchemaColumn) => `${column.tableName}.${column.columnName}`;

  before(async () => {
    database = await createTestDatabase();
    client = await connect(database.ownerUrl);
    columns = await readSchema(client);
  });
  after(async () => {
    await client.end();
    await database.close();
  });

  test('holds the 24 tables of the data model', () => {
    const tables = new Set(tableColumns().map((column) => column.tableName));
    assert.equal(missionTables.length, 24);
    assert.deepEqual(
      missionTables.filter((table) => !tables.has(table)),
      [],
    );
  });

  test('holds the 13 relations of the data model as foreign keys', () => {
    const relations = new Set(
      tableColumns()
        .filter((column) => column.references)
        .map((column) => `${column.references} ${column.tableName}`),
    );
    assert.equal(missionRelations.length, 13);
    assert.deepEqual(
      missionRelations.filter((relation) => !relations.has(relation)),
      [],
    );
  });

  test('holds the columns of the data model, and no second place for stock', () => {
    const names = new Set(tableColumns().map(nameOf));
    const wanted = Object.entries(missionColumns).flatMap(([table, own]) => own.map((column) => `${table}.${column}`));
    assert.deepEqual(
      wanted.filter((name) => !names.has(name)),
      [],
    );
    assert.ok(!names.has('products.stock'));
  });

  test('indexes every foreign key', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
      where c.contype = 'f' and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indkey[0] = c.conkey[1])`);
    assert.deepEqual(rows, []);
    const { rowCount } = await client.query("select from pg_constraint where contype = 'f'");
    assert.ok((rowCount ?? 0) >= missionRelations.length);
  });

  test('keeps money as numeric(12,2)', () => {
    const money = tableColumns().filter((column) => moneyColumns.test(column.columnName));
    assert.ok(money.length >= 15);
    assert.deepEqual(money.filter((column) => column.dataType !== 'numeric(12,2)').map(nameOf), []);
  });

  test('keeps instants with their zone, and dates in no other type', () => {
    const instants = tableColumns().filter((column) => /(_at|_until|_date)$/.test(column.columnName));
    assert.ok(instants.length >= 80);
    assert.deepEqual(instants.filter((column) => column.dataType !== 'timestamp(3) with time zone').map(nameOf), []);
    assert.deepEqual(
      tableColumns().filter((column) => /^(date|timestamp without|time)\b(?! with)/.test(column.dataType)),
      [],
    );
  });

  test('uses types that both engines have', () => {
    const allowed =
      /^(bigint|integer|boolean|text|timestamp\(3\) with time zone|character varying\(\d+\)|numeric\(\d+,\d+\))$/;
    assert.deepEqual(
      tableColumns()
        .filter((column) => !allowed.test(column.dataType))
        .map((column) => `${nameOf(column)} ${column.dataType}`),
      [],
    );
  });

  test('uses names that need no quotes on either engine', async () => {
    const { rows } = await client.query<{ name: string }>(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace
      union select conname from pg_constraint where connamespace = 'public'::regnamespace`);
    const names = [...columns.map((column) => column.columnName), ...rows.map((row) => row.name)];
    const faulty = names.filter((name) => !/^[a-z][a-z0-9_]{0,62}$/.test(name) || reservedInOracle.has(name));
    assert.deepEqual(faulty, []);
  });

  test('has no default of empty text, which Oracle would read as missing', async () => {
    const { rows } = await client.query(
      `select adrelid::regclass, pg_get_expr(adbin, adrelid) from pg_attrdef where pg_get_expr(adbin, adrelid) like '''''%'`,
    );
    assert.deepEqual(rows, []);
  });

  test('refuses an order whose total is not its parts', async () => {
    const now = new Date();
    await client.query(
      "insert into customers (id, name, email, created_at, updated_at) values (1, 'A', 'a@example.com', $1, $1)",
      [now],
    );
    await client.query(
      "insert into shops (id, slug, name, region, created_at, updated_at) values (1, 's', 'S', 'r', $1, $1)",
      [now],
    );
    const order = (id: number, total: string) =>
      client.query(
        `insert into orders (id, order_number, shop_id, customer_id, customer_name, customer_email, shipping_address,
           payment_method, subtotal, discount, shipping_cost, total, created_at, updated_at)
         values ($1, 'N' || $2::text, 1, 1, 'A', 'a@example.com', 'x', 'credit_card', 100, 10, 5.5, $2::numeric, $3, $3)`,
        [id, total, now],
      );
    await order(1, '95.50');
    await assert.rejects(order(2, '95.51'), /orders_total_ck/);
  });

  test('holds an e-mail once, however it is written', async () => {
    const insert = (id: number, email: string) =>
      client.query(
        'insert into customers (id, name, email, created_at, updated_at) values ($1, $2, $2, now(), now())',
        [id, email],
      );
    await insert(11, 'Mixed@Example.com');
    await assert.rejects(insert(12, 'mixed@example.COM'), /customers_email_uq/);
  });
});

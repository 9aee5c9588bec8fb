import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { Kysely } from 'kysely';
import { compileMigrations } from './migrate.ts';
import { connect } from './owner-connection.ts';
import { readSchema, type SchemaColumn } from './read-schema.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

describe('the comments', () => {
  let database: TestDatabase;
  let columns: SchemaColumn[];

  before(async () => {
    database = await createTestDatabase();
    const client = await connect(database.ownerUrl);
    columns = await readSchema(client);
    await client.end();
  });
  after(() => database.close());

  test('say of every table and view what it holds', () => {
    const silent = columns.filter((column) => !column.tableComment?.endsWith('.'));
    assert.deepEqual([...new Set(silent.map((column) => column.tableName))], []);
  });

  test('say of a column what its name does not', () => {
    const told = new Map(columns.map((column) => [`${column.tableName}.${column.columnName}`, column.comment]));
    assert.equal(told.get('orders.total'), 'subtotal - discount + shipping_cost');
    assert.match(told.get('query_products.stock') ?? '', /^Units in all warehouses/);
    assert.equal(told.get('orders.id'), null);
  });

  test('are told to Oracle too, where a view is told about like a table', () => {
    const statements = compileMigrations(new Kysely<unknown>({ dialect: oracleCompileOnlyDialect() }));
    const texts = statements.map(({ sql }) => sql).filter((sql) => sql.startsWith('comment on '));
    const relations = new Set(columns.map((column) => column.tableName));
    assert.equal(texts.filter((sql) => sql.startsWith('comment on table ')).length, relations.size);
    assert.ok(texts.includes("comment on table query_reviews is 'Stars that buyers gave to products.'"));
    assert.ok(texts.includes("comment on column query_reviews.rating is 'One to five stars'"));
  });
});

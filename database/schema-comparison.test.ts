import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { oracleCompileOnlyDialect } from '@octo/platform/database/engines/oracle/dialect.ts';
import { Kysely } from 'kysely';
import { compileMigrations } from './migrate.ts';
import { readCompiledSchema } from './oracle/read-compiled-schema.ts';
import { connect } from './owner-connection.ts';
import { readSchemaForm } from './read-schema-form.ts';
import { type SchemaForm, schemaDifferences } from './schema-form.ts';
import { createTestDatabase } from './testing/test-database.ts';

const statements = compileMigrations(new Kysely<unknown>({ dialect: oracleCompileOnlyDialect() })).map(
  ({ sql }) => sql,
);

function differences(postgres: SchemaForm, oracle: readonly string[]): string[] {
  return schemaDifferences(['PostgreSQL', postgres], ['Oracle', readCompiledSchema(oracle)]);
}

/** The statements with one text of one of them exchanged; it has to be there. */
function changed(from: string, to: string): string[] {
  const planted = statements.map((statement) => statement.replace(from, to));
  assert.notDeepEqual(planted, statements, `${from} is in no statement`);
  return planted;
}

describe('the schema on both engines', () => {
  let postgres: SchemaForm;

  before(async () => {
    await using database = await createTestDatabase();
    const client = await connect(database.ownerUrl);
    postgres = await readSchemaForm(client);
    await client.end();
  });

  test('is the same, column by column and rule by rule', () => {
    const kinds = Object.groupBy(postgres.keys(), (thing) => thing.split(' ', 1).join());
    assert.ok((kinds.column?.length ?? 0) > 380, `${kinds.column?.length} columns`);
    assert.ok((kinds.constraint?.length ?? 0) > 115, `${kinds.constraint?.length} constraints`);
    assert.ok((kinds.index?.length ?? 0) > 130, `${kinds.index?.length} indexes`);
    assert.ok((kinds.view?.length ?? 0) >= 18);
    assert.deepEqual(differences(postgres, statements), []);
  });

  const planted: [what: string, from: string, to: string, told: RegExp][] = [
    [
      'another kind',
      ', total number(12,2)',
      ', total number(12,3)',
      /^column orders\.total: decimal\(12,2\), required on P/,
    ],
    [
      'a shorter text',
      'slug varchar2(80 char)',
      'slug varchar2(79 char)',
      /^column shops\.slug: text\(80\), required on/,
    ],
    [
      'a column that may be null',
      'sku varchar2(50 char) not null',
      'sku varchar2(50 char)',
      /^column products\.sku: /m,
    ],
    ['another name', 'discount_percent number', 'discount_percentage number', /missing/],
    ['another default', "default 'USD'", "default 'EUR'", /default 'USD' on PostgreSQL, .*default 'EUR' on Oracle/],
    ['another check', 'check (revenue >= 0)', 'check (revenue > 0)', /^constraint customers_revenue_ck: .*revenue > 0/],
    ['another list of values', "'bank_transfer'))", "'cash'))", /^constraint \w+_ck: .*'cash'/],
    [
      'another primary key',
      'stock_levels_pk primary key (product_id, warehouse_id)',
      'stock_levels_pk primary key (product_id)',
      /^primary key of stock_levels/,
    ],
    [
      'another unique key',
      'unique (session_id, product_id)',
      'unique (session_id)',
      /^constraint cart_items_session_id_product_id_uq/,
    ],
    [
      'another reference',
      'foreign key (shop_id) references shops (id)',
      'foreign key (shop_id) references customers (id)',
      /^constraint products_shop_id_fk: .* to shops \(id\) on P/m,
    ],
    [
      'an index over something else',
      'orders (upper(customer_email))',
      'orders (customer_email)',
      /^index orders_customer_email_ix/,
    ],
    [
      'an index that is not unique',
      'create unique index users_email_uq',
      'create index users_email_uq',
      /^index users_email_uq: unique on/,
    ],
    [
      'a view that shows more',
      'view query_customers as select id,',
      'view query_customers as select id, email,',
      /^view query_customers: /,
    ],
    ['other ids', 'increment by 50', 'increment by 1', /^sequence business_ids: by 50 on PostgreSQL, by 1 on Oracle/],
  ];
  for (const [what, from, to, told] of planted) {
    test(`would show ${what}`, () => {
      assert.match(differences(postgres, changed(from, to)).join('\n'), told);
    });
  }

  test('would show what one engine lacks', () => {
    const index = statements.findIndex((statement) => statement.startsWith('create index orders_placed_at_ix'));
    assert.deepEqual(differences(postgres, statements.toSpliced(index, 1)), [
      'index orders_placed_at_ix: on orders (placed_at) on PostgreSQL, missing on Oracle',
    ]);
  });

  test('has no two indexes over the same columns, which Oracle refuses', () => {
    const forms = [...readCompiledSchema(statements)].flatMap(([thing, whatItIs]) => keyColumns(thing, whatItIs));
    const twice = forms.filter((form, at) => forms.indexOf(form) !== at);
    assert.ok(forms.length > 200);
    assert.deepEqual(twice, []);
  });
});

/** `table (columns)` of whatever Oracle keeps an index for. */
function keyColumns(thing: string, whatItIs: string): string[] {
  const [, table] = /^primary key of (\w+)$/.exec(thing) ?? [];
  if (table) return [`${table} (${whatItIs})`];
  const [, uniqueColumns, uniqueTable] = /^unique (\(.*\)) of (\w+)$/.exec(whatItIs) ?? [];
  if (uniqueTable) return [`${uniqueTable} ${uniqueColumns}`];
  const [, indexed] = thing.startsWith('index ') ? (/^(?:unique )?on (.*)$/.exec(whatItIs) ?? []) : [];
  return indexed ? [indexed] : [];
}

test('a statement that the reading does not know stops it', () => {
  assert.throws(() => readCompiledSchema(['truncate table orders']), /knows no statement like: truncate table orders/);
  assert.throws(() => readCompiledSchema(['create table a (id xmltype)']), /Oracle type xmltype/);
});

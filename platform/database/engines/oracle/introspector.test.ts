import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { lintOracle } from './lint.ts';
import { checkOracleSyntax } from './syntax.ts';
import { column } from './testing/oracle-columns.ts';
import { openRecorded } from './testing/recorded-database.ts';

const cacheDir = join(import.meta.dirname, '../../../../node_modules/.cache/oracle-syntax');
const columns = [
  ...['OWNER', 'TABLE_NAME', 'VIEW_NAME', 'COLUMN_NAME', 'DATA_TYPE', 'NULLABLE'].map((name) => column.text(name)),
  column.bareNumber('DEFAULT_LENGTH'),
  column.text('IDENTITY_COLUMN'),
  column.text('COMMENTS'),
];
const seen = [
  ['OCTO_OWNER', 'ORDERS', null, 'ID', 'NUMBER', 'N', 40, 'YES', null],
  [
    'OCTO_OWNER',
    'ORDERS',
    null,
    'PLACED_AT',
    'TIMESTAMP(6) WITH TIME ZONE',
    'Y',
    null,
    'NO',
    'When the buyer placed it',
  ],
  ['OCTO_OWNER', 'QUERY_ORDERS', 'QUERY_ORDERS', 'ID', 'NUMBER', 'N', null, 'NO', null],
  ['OCTO_OWNER', 'aQuotedOne', null, 'ID', 'NUMBER', 'N', null, 'NO', null],
];

test('names the tables and views that people made, in lower case, with their columns', async () => {
  await using oracle = openRecorded<object>();
  oracle.answer(/from all_tab_columns/, { columns, rows: seen });
  const found = await oracle.db.introspection.getTables();
  assert.deepEqual(
    found.map(({ schema, name, isView }) => [schema, name, isView]),
    [
      ['octo_owner', 'orders', false],
      ['octo_owner', 'query_orders', true],
      ['octo_owner', 'aQuotedOne', false],
    ],
  );
  const plain = { isNullable: false, isAutoIncrementing: false, hasDefaultValue: false };
  assert.deepEqual(found[0]?.columns, [
    { ...plain, name: 'id', dataType: 'NUMBER', isAutoIncrementing: true, hasDefaultValue: true },
    {
      ...plain,
      name: 'placed_at',
      dataType: 'TIMESTAMP(6) WITH TIME ZONE',
      isNullable: true,
      comment: 'When the buyer placed it',
    },
  ]);
});

test('names the schemas that are not of Oracle itself', async () => {
  await using oracle = openRecorded<object>();
  oracle.answer(/from all_users/, { columns: [column.text('USERNAME')], rows: [['OCTO_OWNER'], ['OCTO_SHOP']] });
  assert.deepEqual(await oracle.db.introspection.getSchemas(), [{ name: 'octo_owner' }, { name: 'octo_shop' }]);
});

test('asks the dictionary in valid SQL', async () => {
  await using oracle = openRecorded<object>();
  oracle.answer(/^select/, { columns: [], rows: [] });
  await oracle.db.introspection.getSchemas();
  await oracle.db.introspection.getTables();
  const texts = oracle.texts();
  assert.equal(texts.length, 2);
  assert.deepEqual(texts.flatMap(lintOracle), []);
  assert.deepEqual(await checkOracleSyntax(texts, cacheDir), new Map());
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintOracle } from '@octo/platform/database/engines/oracle/lint.ts';
import { schemaDifferences } from '../schema-form.ts';
import { compileOnly } from './compile-only.ts';
import { readCompiledSchema } from './read-compiled-schema.ts';
import { type DictionaryRows, dictionaryQueries, schemaOfDictionary } from './read-schema.ts';

const compiled = readCompiledSchema([
  'create sequence ids start with 1000000 increment by 50',
  "create table carts (id number(19) primary key, currency varchar2(3 char) default 'USD' not null, total number(12,2), is_open boolean default true not null, notes clob, opened_at timestamp(3) with time zone not null, constraint carts_total_ck check (total >= 0), constraint carts_currency_uq unique (currency))",
  'create table lines (cart_id number(19) not null, place number(10) not null, constraint lines_cart_id_fk foreign key (cart_id) references carts (id), constraint lines_pk primary key (cart_id, place))',
  'create index carts_opened_at_id_ix on carts (opened_at, id)',
  'create unique index carts_notes_uq on carts (upper(currency), id)',
  'create view query_carts as select id, (select count(*) from lines l where l.cart_id = c.id) as size_of_cart from carts c',
]);

/** The same schema, as USER_TAB_COLUMNS and the others show it. */
const dictionary: DictionaryRows = {
  columns: [
    column('CARTS', 'ID', 'NUMBER', { dataPrecision: 19, dataScale: 0, nullable: 'N' }),
    column('CARTS', 'CURRENCY', 'VARCHAR2', { charLength: 3, charUsed: 'C', nullable: 'N', dataDefault: "'USD' " }),
    column('CARTS', 'TOTAL', 'NUMBER', { dataPrecision: 12, dataScale: 2, dataDefault: 'null' }),
    column('CARTS', 'IS_OPEN', 'BOOLEAN', { nullable: 'N', dataDefault: 'true' }),
    column('CARTS', 'NOTES', 'CLOB', {}),
    column('CARTS', 'OPENED_AT', 'TIMESTAMP(3) WITH TIME ZONE', { dataScale: 3, nullable: 'N' }),
    column('LINES', 'CART_ID', 'NUMBER', { dataPrecision: 19, dataScale: 0, nullable: 'N' }),
    column('LINES', 'PLACE', 'NUMBER', { dataPrecision: 10, dataScale: 0, nullable: 'N' }),
    column('QUERY_CARTS', 'ID', 'NUMBER', { viewName: 'QUERY_CARTS', nullable: 'N' }),
    column('QUERY_CARTS', 'SIZE_OF_CART', 'NUMBER', { viewName: 'QUERY_CARTS' }),
  ],
  constraints: [
    constraint('SYS_C008001', 'P', 'CARTS', { generated: 'GENERATED NAME' }),
    constraint('SYS_C008002', 'C', 'CARTS', {
      generated: 'GENERATED NAME',
      searchConditionVc: '"CURRENCY" IS NOT NULL',
    }),
    constraint('CARTS_TOTAL_CK', 'C', 'CARTS', { searchConditionVc: 'total >= 0' }),
    constraint('CARTS_CURRENCY_UQ', 'U', 'CARTS', {}),
    constraint('LINES_PK', 'P', 'LINES', {}),
    constraint('LINES_CART_ID_FK', 'R', 'LINES', { targetName: 'SYS_C008001', targetTable: 'CARTS' }),
  ],
  keyColumns: [
    { constraintName: 'SYS_C008001', columnName: 'ID' },
    { constraintName: 'CARTS_CURRENCY_UQ', columnName: 'CURRENCY' },
    { constraintName: 'LINES_PK', columnName: 'CART_ID' },
    { constraintName: 'LINES_PK', columnName: 'PLACE' },
    { constraintName: 'LINES_CART_ID_FK', columnName: 'CART_ID' },
  ],
  indexes: [
    { indexName: 'CARTS_OPENED_AT_ID_IX', tableName: 'CARTS', uniqueness: 'NONUNIQUE' },
    { indexName: 'CARTS_NOTES_UQ', tableName: 'CARTS', uniqueness: 'UNIQUE' },
  ],
  indexColumns: [
    { indexName: 'CARTS_OPENED_AT_ID_IX', columnPosition: 1, columnName: 'SYS_NC00008$' },
    { indexName: 'CARTS_OPENED_AT_ID_IX', columnPosition: 2, columnName: 'ID' },
    { indexName: 'CARTS_NOTES_UQ', columnPosition: 1, columnName: 'SYS_NC00007$' },
    { indexName: 'CARTS_NOTES_UQ', columnPosition: 2, columnName: 'ID' },
  ],
  indexExpressions: [
    { indexName: 'CARTS_NOTES_UQ', columnPosition: 1, columnExpression: 'UPPER("CURRENCY")' },
    { indexName: 'CARTS_OPENED_AT_ID_IX', columnPosition: 1, columnExpression: 'SYS_EXTRACT_UTC("OPENED_AT")' },
  ],
  sequences: [{ sequenceName: 'IDS', incrementBy: 50 }],
};

function column(
  tableName: string,
  columnName: string,
  dataType: string,
  own: Partial<DictionaryRows['columns'][number]>,
): DictionaryRows['columns'][number] {
  const nothing = { viewName: null, dataPrecision: null, dataScale: null, charLength: null, charUsed: null };
  return { tableName, columnName, dataType, ...nothing, nullable: 'Y', dataDefault: null, ...own };
}

function constraint(
  constraintName: string,
  constraintType: string,
  tableName: string,
  own: Partial<DictionaryRows['constraints'][number]>,
): DictionaryRows['constraints'][number] {
  const nothing = { searchConditionVc: null, targetName: null, targetTable: null };
  return { constraintName, constraintType, tableName, generated: 'USER NAME', ...nothing, ...own };
}

test('the dictionary of Oracle says the same as the statements that made it', () => {
  const differences = schemaDifferences(['statements', compiled], ['dictionary', schemaOfDictionary(dictionary)]);
  assert.deepEqual(differences, []);
});

test('what the dictionary says otherwise is told', () => {
  const changed = structuredClone(dictionary);
  Object.assign(changed.columns[2] ?? {}, { dataScale: 3 });
  changed.indexes.pop();
  assert.deepEqual(schemaDifferences(['statements', compiled], ['dictionary', schemaOfDictionary(changed)]), [
    'column carts.total: decimal(12,2) on statements, decimal(12,3) on dictionary',
    'index carts_notes_uq: unique on carts (upper(currency), id) on statements, missing on dictionary',
  ]);
});

test('the questions to the dictionary are words of Oracle', () => {
  const db = compileOnly();
  for (const query of Object.values(dictionaryQueries)) {
    const { sql, parameters } = query.compile(db);
    assert.deepEqual(lintOracle(sql), [], sql);
    assert.deepEqual(parameters, []);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oracleDataType } from './data-types.ts';

const translations = [
  ['varchar(64)', 'varchar2(64 char)'],
  ['char(3)', 'char(3 char)'],
  ['text', 'clob'],
  ['bigint', 'number(19)'],
  ['integer', 'number(10)'],
  ['smallint', 'number(5)'],
  ['numeric(12, 2)', 'number(12,2)'],
  ['numeric(12,2)', 'number(12,2)'],
  ['decimal(5)', 'number(5)'],
  ['boolean', 'boolean'],
  ['timestamptz', 'timestamp with time zone'],
  ['TIMESTAMP WITH TIME ZONE', 'timestamp with time zone'],
  ['timestamptz(3)', 'timestamp(3) with time zone'],
  ['timestamp(3)', 'timestamp(3)'],
  ['jsonb', 'json'],
  ['double precision', 'binary_double'],
  ['bytea', 'blob'],
] as const;

for (const [type, oracle] of translations) {
  test(`writes ${oracle} for ${type}`, () => {
    assert.equal(oracleDataType(type), oracle);
  });
}

for (const type of ['uuid', 'serial', 'varchar', 'varchar(4001)', 'varchar(10, 2)', 'int4range', 'text[]']) {
  test(`refuses ${type}`, () => {
    assert.throws(() => oracleDataType(type), /does not take the data type/);
  });
}

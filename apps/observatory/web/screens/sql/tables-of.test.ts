import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tablesOf } from './tables-of.ts';

test('tables stand with their indexes, the largest together first', () => {
  const sizes = [
    { name: 'orders', kind: 'table', tableName: 'orders', bytes: 100, rows: 7 },
    { name: 'carts_pkey', kind: 'index', tableName: 'carts', bytes: 90, rows: null },
    { name: 'carts', kind: 'table', tableName: 'carts', bytes: 50, rows: 3 },
    { name: 'elsewhere_pkey', kind: 'index', tableName: 'elsewhere', bytes: 10, rows: null },
  ] as const;
  assert.deepEqual(
    tablesOf(sizes).map(({ name, rows, tableBytes, indexBytes, indexes }) => [
      name,
      rows,
      tableBytes,
      indexBytes,
      indexes,
    ]),
    [
      ['carts', 3, 50, 90, 1],
      ['orders', 7, 100, 0, 0],
      ['elsewhere', null, 0, 10, 1],
    ],
  );
});

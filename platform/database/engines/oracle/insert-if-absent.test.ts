import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InsertQueryNode } from 'kysely';
import { db } from './cases/tables.ts';
import { plainInsert } from './insert-if-absent.ts';

const insert = db.insertInto('stockLevels').values({ productId: 1, warehouseId: 2, quantity: 3, note: null });

test('takes the conflict clause off and leaves the rest alone', () => {
  const absent = insert.onConflict((conflict) => conflict.doNothing()).toOperationNode();
  assert.ok(InsertQueryNode.is(absent));
  const { onConflict, ...rest } = absent;
  assert.ok(onConflict);
  assert.deepEqual(plainInsert(absent), rest);
  assert.deepEqual(plainInsert(plainInsert(absent)), rest);
});

test('refuses what a caught duplicate would undo or swallow', () => {
  const copied = db
    .insertInto('stockLevels')
    .columns(['quantity'])
    .expression((eb) => eb.selectFrom('stockLevels').select('quantity'))
    .onConflict((conflict) => conflict.doNothing())
    .toOperationNode();
  assert.ok(InsertQueryNode.is(copied));
  assert.throws(() => plainInsert(copied), /an insert-if-absent of several rows/);
});

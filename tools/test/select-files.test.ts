import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needPages, selectFiles } from './select-files.ts';

const files = [
  'domains/cart/add.test.ts',
  'domains/carts.test.ts',
  'tests/drills/crash.test.ts',
  'tests/e2e/buy.test.ts',
  'tests/schema.test.ts',
];

test('everything is meant by default; journeys come one at a time, and drills beside them', () => {
  assert.deepEqual(selectFiles(files, []), {
    unit: ['domains/cart/add.test.ts', 'domains/carts.test.ts', 'tests/schema.test.ts'],
    lanes: [['tests/e2e/buy.test.ts'], ['tests/drills/crash.test.ts']],
  });
});

test('a folder selects what lies in it, a part of a path what holds it', () => {
  assert.deepEqual(selectFiles(files, ['domains/cart/']).unit, ['domains/cart/add.test.ts']);
  assert.deepEqual(selectFiles(files, ['./domains/cart/']).unit, ['domains/cart/add.test.ts']);
  assert.deepEqual(selectFiles(files, ['crash', 'buy']), {
    unit: [],
    lanes: [['tests/e2e/buy.test.ts'], ['tests/drills/crash.test.ts']],
  });
});

test('a selection that fits nothing selects nothing', () => {
  assert.deepEqual(selectFiles(files, ['nowhere']), { unit: [], lanes: [[], []] });
});

test('only the journeys need the built pages', () => {
  assert.equal(needPages(selectFiles(files, ['cart', 'drills'])), false);
  assert.equal(needPages(selectFiles(files, ['buy'])), true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidV7 } from './uuid-v7.ts';

test('makes version 7 ids that sort by their millisecond and never repeat', () => {
  const ids = Array.from({ length: 1000 }, (_, ms) => uuidV7(1_700_000_000_000 + ms));
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([...ids].sort(), ids);
  assert.equal(new Set(Array.from({ length: 1000 }, () => uuidV7(1))).size, 1000);
});

test('ids of the same millisecond sort in the order in which they were made', () => {
  const ids = Array.from({ length: 2000 }, () => uuidV7(1_700_000_000_000));
  assert.deepEqual([...ids].sort(), ids);
});

test('still makes ids when a clock that stands still has used up the places of its millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => uuidV7(1_700_000_000_001));
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^018bcfe5-6801-7/);
});

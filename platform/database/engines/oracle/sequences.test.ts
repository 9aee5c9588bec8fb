import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSequenceSql } from './sequences.ts';

test('writes a sequence both engines understand', () => {
  assert.equal(
    createSequenceSql({ name: 'business_ids', start: 1000, step: 50 }),
    'create sequence if not exists business_ids start with 1000 increment by 50',
  );
});

test('refuses a sequence with a reserved name', () => {
  assert.throws(() => createSequenceSql({ name: 'level', start: 1, step: 1 }), /reserved word level/);
});

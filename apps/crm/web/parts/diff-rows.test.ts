import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffRows } from './diff-rows.ts';

test('each field stands with what it was and what it is', () => {
  assert.deepEqual(diffRows({ price: 10, is_active: true }, { price: 12.5, is_active: false }), [
    { field: 'price', before: '10', after: '12.5' },
    { field: 'is_active', before: 'yes', after: 'no' },
  ]);
});

test('what is new has no before, what is gone no after', () => {
  assert.deepEqual(diffRows(null, { sku: 'D-1' }), [{ field: 'sku', before: undefined, after: 'D-1' }]);
  assert.deepEqual(diffRows({ sku: 'D-1' }, undefined), [{ field: 'sku', before: 'D-1', after: undefined }]);
});

test('an empty value is said, and not confused with none', () => {
  assert.deepEqual(diffRows({ notes: '' }, { notes: null }), [{ field: 'notes', before: 'nothing', after: 'nothing' }]);
});

test('lists, objects and bare values are shown too', () => {
  assert.deepEqual(diffRows({ lines: [1] }, { lines: { a: 1 } }), [
    { field: 'lines', before: '[1]', after: '{"a":1}' },
  ]);
  assert.deepEqual(diffRows('old', 7), [{ field: 'value', before: 'old', after: '7' }]);
  assert.deepEqual(diffRows(null, null), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireId } from './require-id.ts';

test('an id passes', () => {
  requireId(1, 'product');
  requireId(Number.MAX_SAFE_INTEGER, 'product');
});

for (const id of [Number.NaN, 0, -1, 1.5, Number.POSITIVE_INFINITY])
  test(`${id} names nothing`, () => {
    assert.throws(() => requireId(id, 'product'), { status: 404, message: 'This product does not exist.' });
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentHashOf } from './content-hash.ts';

const content = { type: 'order.placed', payload: { order_id: 1, items: [{ product_id: 2, quantity: 3 }], note: null } };

test('the order of fields makes no difference, at any depth', () => {
  const shuffled = { note: null, items: [{ quantity: 3, product_id: 2 }], order_id: 1 };
  assert.equal(contentHashOf({ payload: shuffled, type: 'order.placed' }), contentHashOf(content));
});

const others: Record<string, unknown> = {
  'another type': { ...content, type: 'order.cancelled' },
  'another value': { ...content, payload: { ...content.payload, order_id: 2 } },
  'a value of another kind': { ...content, payload: { ...content.payload, order_id: '1' } },
  'a field more': { ...content, payload: { ...content.payload, more: 1 } },
  'another order of a list': { ...content, payload: [2, 1] },
  'the list the other way round': { ...content, payload: [1, 2] },
  'no payload': { ...content, payload: null },
};

test('any other content has another hash', () => {
  const hashes = [content, ...Object.values(others)].map((one) => contentHashOf(Object(one)));
  assert.equal(new Set(hashes).size, hashes.length);
  for (const hash of hashes) assert.match(hash, /^[0-9a-f]{64}$/);
});

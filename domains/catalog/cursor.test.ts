import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { refusal } from '../testing/refusals.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Position, ProductOrder } from './product-order.ts';

const ends: { order: ProductOrder; position: Position }[] = [
  { order: 'name', position: { value: 'Ülü "5%" 가', id: 3 } },
  { order: 'category', position: { value: 'Cameras', id: 3 } },
  { order: 'price', position: { value: '0.00', id: 3 } },
  { order: 'price_desc', position: { value: '9999999999.99', id: 3 } },
  { order: 'stock', position: { value: 0, id: 3 } },
  { order: 'id', position: { value: 3, id: 3 } },
  { order: 'newest', position: { value: new Date('2026-07-01T10:00:00.123Z'), id: Number.MAX_SAFE_INTEGER } },
  { order: 'created_at', position: { value: new Date(0), id: 3 } },
];

for (const { order, position } of ends) {
  test(`a cursor of the order ${order} is read as it was written, and by that order alone`, () => {
    const cursor = encodeCursor(position, order);
    assert.match(cursor, /^[A-Za-z0-9_-]+$/);
    assert.deepEqual(decodeCursor(cursor, order), position);
    const other = order === 'name' ? 'category' : 'name';
    assert.throws(() => decodeCursor(cursor, other), refusal('Invalid', 'catalog.cursor_invalid', 'after'));
  });
}

const forged: { order: ProductOrder; content: unknown }[] = [
  { order: 'name', content: 'name' },
  { order: 'name', content: null },
  { order: 'name', content: {} },
  { order: 'name', content: ['name', 'A'] },
  { order: 'name', content: ['name', 'A', 1, 1] },
  { order: 'name', content: ['name', 5, 1] },
  { order: 'name', content: ['name', 'A', '1'] },
  { order: 'name', content: ['name', 'A', 1.5] },
  { order: 'name', content: ['name', 'A', 1e300] },
  { order: 'name', content: ['name', 'A\u0000', 1] },
  { order: 'name', content: ['constructor', 'A', 1] },
  { order: 'price', content: ['price', '1e3', 1] },
  { order: 'price', content: ['price', '-1.00', 1] },
  { order: 'price', content: ['price', "1.00' or '1'='1", 1] },
  { order: 'price', content: ['price', '99999999999.00', 1] },
  { order: 'stock', content: ['stock', '5', 1] },
  { order: 'stock', content: ['stock', 1.5, 1] },
  { order: 'id', content: ['id', null, 1] },
  { order: 'newest', content: ['newest', 'yesterday', 1] },
  { order: 'newest', content: ['newest', '-271821-04-20T00:00:00.000Z', 1] },
  { order: 'newest', content: ['newest', '+275760-09-13T00:00:00.000Z', 1] },
];

for (const { order, content } of forged) {
  test(`refuses ${JSON.stringify(content)} as a cursor of the order ${order}`, () => {
    const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
    assert.throws(() => decodeCursor(cursor, order), refusal('Invalid', 'catalog.cursor_invalid', 'after'));
  });
}

test('whatever text comes as a cursor is read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...ends.map((end) => end.order)), (text, order) => {
      assert.throws(() => decodeCursor(text, order), refusal('Invalid', 'catalog.cursor_invalid', 'after'));
    }),
  );
});

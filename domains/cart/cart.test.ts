import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCart } from './cart.ts';

const row = {
  id: 1,
  productId: 7,
  quantity: 2,
  name: 'Falcon',
  sku: 'F-7',
  category: 'Drones',
  price: '19.95',
  imageUrl: null,
  isActive: true,
  shopId: 1,
  stock: 5,
};

test('prices a line and the whole in cents, and shows nothing of the inside', () => {
  const { isActive: _, shopId: __, price: ___, ...shown } = row;
  assert.deepEqual(toCart([row], 1), {
    lines: [{ ...shown, priceCents: 1995, lineTotalCents: 3990, isAvailable: true }],
    totalCents: 3990,
  });
});

test('an empty cart costs nothing', () => {
  assert.deepEqual(toCart([], 1), { lines: [], totalCents: 0 });
});

const availabilities = [
  { name: 'stock covers the quantity exactly', change: { stock: 2 }, isAvailable: true },
  { name: 'stock is one short', change: { stock: 1 }, isAvailable: false },
  { name: 'the product is off sale', change: { isActive: false }, isAvailable: false },
  { name: 'another shop sells the product', change: { shopId: 2 }, isAvailable: false },
  { name: 'no shop sells the product', change: { shopId: null }, isAvailable: false },
];

for (const { name, change, isAvailable } of availabilities) {
  test(`a line is ${isAvailable ? '' : 'not '}available when ${name}`, () => {
    assert.equal(toCart([{ ...row, ...change }], 1).lines[0]?.isAvailable, isAvailable);
  });
}

test('the total is the sum of the lines for every cart', () => {
  const rows = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 99 }), cents: fc.nat(99_999_999) }), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(rows, (lines) => {
      const cart = toCart(
        lines.map(({ quantity, cents }) => ({ ...row, quantity, price: (cents / 100).toFixed(2) })),
        1,
      );
      assert.equal(
        cart.totalCents,
        lines.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0),
      );
    }),
  );
});

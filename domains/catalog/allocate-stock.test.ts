import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allocateStock, type StockLevel } from './allocate-stock.ts';

const level = (productId: number, warehouseId: number, quantity: number): StockLevel => ({
  productId,
  warehouseId,
  quantity,
});

const cases = [
  { name: 'draws on one warehouse when it has enough', need: 3, levels: [level(1, 1, 5)], draws: [level(1, 1, 3)] },
  {
    name: 'goes on to the next warehouse for the rest',
    need: 7,
    levels: [level(1, 1, 5), level(1, 2, 5)],
    draws: [level(1, 1, 5), level(1, 2, 2)],
  },
  {
    name: 'leaves later warehouses alone once the need is met',
    need: 5,
    levels: [level(1, 1, 5), level(1, 2, 5)],
    draws: [level(1, 1, 5)],
  },
  {
    name: 'passes over empty warehouses and other products',
    need: 1,
    levels: [level(2, 1, 9), level(1, 1, 0), level(1, 2, 1)],
    draws: [level(1, 2, 1)],
  },
];

for (const { name, need, levels, draws } of cases) {
  test(name, () => {
    assert.deepEqual(allocateStock([{ productId: 1, quantity: need }], levels), { draws, short: [] });
  });
}

test('names every product that is short, and no other', () => {
  const needs = [1, 2, 3].map((productId) => ({ productId, quantity: 2 }));
  assert.deepEqual(allocateStock(needs, [level(1, 1, 1), level(2, 1, 2)]).short, [1, 3]);
});

const products = [1, 2, 3];
const stocks = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 9, maxLength: 9 })
  .map((quantities) =>
    quantities.map((quantity, index) => level(products[index % 3] ?? 0, Math.floor(index / 3) + 1, quantity)),
  );
const carts = fc.uniqueArray(
  fc.record({ productId: fc.constantFrom(...products), quantity: fc.integer({ min: 1, max: 20 }) }),
  { selector: (need) => need.productId, minLength: 1 },
);

test('never draws more than a level has, and draws each need exactly or reports it short', () => {
  fc.assert(
    fc.property(carts, stocks, (needs, levels) => {
      const { draws, short } = allocateStock(needs, levels);
      for (const draw of draws) {
        const held = levels.find((one) => one.productId === draw.productId && one.warehouseId === draw.warehouseId);
        assert.ok(draw.quantity > 0 && draw.quantity <= (held?.quantity ?? 0));
      }
      for (const { productId, quantity } of needs) {
        const onHand = sum(levels.filter((one) => one.productId === productId));
        const drawn = sum(draws.filter((draw) => draw.productId === productId));
        assert.equal(short.includes(productId), onHand < quantity);
        assert.equal(drawn, Math.min(quantity, onHand));
      }
    }),
  );
});

test('touches a warehouse only when those before it are drawn empty', () => {
  fc.assert(
    fc.property(carts, stocks, (needs, levels) => {
      const { draws } = allocateStock(needs, levels);
      for (const draw of draws) {
        const before = levels.filter((one) => one.productId === draw.productId && one.warehouseId < draw.warehouseId);
        for (const earlier of before.filter((one) => one.quantity > 0))
          assert.ok(draws.some((other) => isSame(other, earlier)));
      }
    }),
  );
});

function sum(levels: readonly StockLevel[]): number {
  return levels.reduce((units, { quantity }) => units + quantity, 0);
}

function isSame(one: StockLevel, other: StockLevel): boolean {
  return one.productId === other.productId && one.warehouseId === other.warehouseId && one.quantity === other.quantity;
}

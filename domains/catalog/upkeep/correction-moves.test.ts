import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { refusal } from '../../testing/refusals.ts';
import { type Correction, correctionMoves } from './correction-moves.ts';

const productId = 1;
const levelsOf = (...quantities: number[]) =>
  quantities.map((quantity, index) => ({ productId, warehouseId: index + 1, quantity }));
const moveOf = (warehouseId: number, delta: number) => ({ productId, warehouseId, delta });

const cases: { name: string; correction: Omit<Correction, 'productId'>; levels: number[]; moves: object[] }[] = [
  { name: 'units go into the first warehouse', correction: { delta: 5 }, levels: [1, 1], moves: [moveOf(1, 5)] },
  {
    name: 'units go into the warehouse that is named',
    correction: { delta: 5, warehouseId: 2 },
    levels: [1, 1],
    moves: [moveOf(2, 5)],
  },
  {
    name: 'units are taken from the first warehouse as far as they lie there',
    correction: { delta: -2 },
    levels: [2, 2],
    moves: [moveOf(1, -2)],
  },
  {
    name: 'units are taken from the warehouses in their order',
    correction: { delta: -5 },
    levels: [2, 0, 4],
    moves: [moveOf(1, -2), moveOf(3, -3)],
  },
  {
    name: 'the last unit may be taken',
    correction: { delta: -6 },
    levels: [2, 4],
    moves: [moveOf(1, -2), moveOf(2, -4)],
  },
  {
    name: 'units are taken from the warehouse that is named alone',
    correction: { delta: -3, warehouseId: 2 },
    levels: [9, 3],
    moves: [moveOf(2, -3)],
  },
];

for (const { name, correction, levels, moves } of cases) {
  test(name, () => {
    assert.deepEqual(correctionMoves({ productId, ...correction }, 1, levelsOf(...levels)), moves);
  });
}

test('no more is taken than there is, and the refusal says how much that would be', () => {
  const refused = refusal('Conflict', 'catalog.stock_below_zero', 'delta');
  assert.throws(
    () => correctionMoves({ productId, delta: -7 }, 1, levelsOf(2, 4)),
    (error) => refused(error) && /There are 6 units in stock: 7 cannot/.test(String(error)),
  );
  assert.throws(
    () => correctionMoves({ productId, delta: -4, warehouseId: 2 }, 1, levelsOf(9, 3)),
    (error) => refused(error) && /There are 3 units in this warehouse: 4 cannot/.test(String(error)),
  );
});

test('whatever is corrected, the moves sum to it, none overdraws a level, and only a negative sum is refused', () => {
  const quantities = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });
  const deltas = fc.integer({ min: -40, max: 40 }).filter((delta) => delta !== 0);
  fc.assert(
    fc.property(quantities, deltas, (quantities, delta) => {
      const levels = levelsOf(...quantities);
      const sum = quantities.reduce((units, quantity) => units + quantity, 0);
      const correct = () => correctionMoves({ productId, delta }, 1, levels);
      if (sum + delta < 0) return void assert.throws(correct, refusal('Conflict', 'catalog.stock_below_zero'));
      const moves = correct();
      assert.equal(
        moves.reduce((units, move) => units + move.delta, 0),
        delta,
      );
      for (const move of moves) assert.ok((quantities[move.warehouseId - 1] ?? 0) + move.delta >= 0);
    }),
  );
});

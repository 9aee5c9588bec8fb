import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnomalyRule, anomalyRules, describeAnomaly, findAnomalies, type Measured } from './anomaly-rules.ts';

function order(totalCents: number, ...quantities: number[]): Measured {
  return { totalCents, lines: quantities.map((quantity, index) => ({ productId: index + 1, quantity })) };
}

const cases: { name: string; order: Measured; found: string[] }[] = [
  { name: 'an everyday order', order: order(19_900, 1, 2), found: [] },
  { name: 'a total of exactly 50,000.00', order: order(5_000_000, 1), found: [] },
  { name: 'a total of a cent more', order: order(5_000_001, 1), found: ['large_total'] },
  { name: 'fifty units of one product', order: order(100, 50), found: [] },
  { name: 'fifty-one units of one product', order: order(100, 51), found: ['bulk_quantity'] },
  { name: 'many units of many products', order: order(100, 50, 50, 50), found: [] },
  { name: 'both at once', order: order(9_900_000, 1, 99), found: ['large_total', 'bulk_quantity'] },
  { name: 'an order without a line', order: order(0), found: [] },
];

for (const { name, order, found } of cases) {
  test(`${name} is ${found.length === 0 ? 'ordinary' : found.join(' and ')}`, () => {
    assert.deepEqual(findAnomalies(order), found);
  });
}

test('units of one product count together, wherever they stand in the order', () => {
  const line = (quantity: number) => ({ productId: 7, quantity });
  assert.deepEqual(findAnomalies({ totalCents: 0, lines: [line(26), line(25)] }), ['bulk_quantity']);
});

test('a rule is data: another list of rules finds other things', () => {
  const rule: AnomalyRule = { code: 'any', description: 'Costs anything', measure: 'totalCents', most: 0 };
  assert.deepEqual(findAnomalies(order(1, 99), [rule]), ['any']);
  assert.deepEqual(findAnomalies(order(9_000_000, 99), []), []);
});

test('every rule has a code of its own and says for a person what it found', () => {
  const codes = anomalyRules.map((rule) => rule.code);
  assert.equal(new Set(codes).size, codes.length);
  for (const { code, description } of anomalyRules) {
    assert.match(code, /^[a-z_]+$/);
    assert.deepEqual(describeAnomaly(code), { code, description });
  }
  assert.deepEqual(describeAnomaly('long_gone'), { code: 'long_gone', description: 'long_gone' });
});

test('an order that grows never becomes ordinary again', () => {
  const lines = fc.array(
    fc.record({ productId: fc.integer({ min: 1, max: 5 }), quantity: fc.integer({ min: 1, max: 99 }) }),
  );
  fc.assert(
    fc.property(fc.nat(10_000_000), lines, lines, (totalCents, some, more) => {
      const before = findAnomalies({ totalCents, lines: some });
      const after = findAnomalies({ totalCents: totalCents + 1, lines: [...some, ...more] });
      assert.ok(before.every((code) => after.includes(code)));
    }),
  );
});

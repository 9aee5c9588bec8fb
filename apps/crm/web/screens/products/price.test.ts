import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceText, readPrice } from './price.ts';

const prices = { '499.90': 499.9, ' 12 ': 12, '0': 0, '.5': 0.5, '7.': 7, '1000000': 1_000_000, '4.35': 4.35 };

for (const [typed, dollars] of Object.entries(prices))
  test(`“${typed}” is a price`, () => assert.deepEqual(readPrice(typed), { dollars }));

const faults = {
  '': 'Enter a price.',
  '   ': 'Enter a price.',
  '12.345': 'A price has at most two decimal places.',
  '12,34': 'Write it with a point: 12.34',
  '1,299.00': 'Write it without commas: 1299.00',
  '-1': 'A price cannot be below zero.',
  $5: 'Enter a number such as 499.90.',
  '1e3': 'Enter a number such as 499.90.',
  '.': 'Enter a number such as 499.90.',
  '1.2.3': 'Enter a number such as 499.90.',
  Infinity: 'Enter a number such as 499.90.',
  '1000000.01': 'A price is at most 1,000,000.00.',
};

for (const [typed, fault] of Object.entries(faults))
  test(`“${typed}” is refused with what to do`, () => assert.deepEqual(readPrice(typed), { fault }));

test('a price stands in its field with both places, and reads back the same', () => {
  assert.equal(priceText(499.9), '499.90');
  assert.deepEqual(readPrice(priceText(0.07)), { dollars: 0.07 });
});

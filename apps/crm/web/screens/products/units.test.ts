import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUnits } from './units.ts';

test('whole numbers are units', () => {
  assert.deepEqual(readUnits(' 5 '), { units: 5 });
  assert.deepEqual(readUnits('1000000'), { units: 1_000_000 });
  assert.deepEqual(readUnits('0', 0), { units: 0 });
});

const faults = {
  '': 'Enter how many units.',
  '-3': 'Enter the number without a sign.',
  '+3': 'Enter the number without a sign.',
  '1.5': 'Enter a whole number of units, such as 5.',
  ten: 'Enter a whole number of units, such as 5.',
  '0': 'Enter one unit or more.',
  '1000001': 'At most 1,000,000 units at once.',
};

for (const [typed, fault] of Object.entries(faults))
  test(`“${typed}” is refused with what to do`, () => assert.deepEqual(readUnits(typed), { fault }));

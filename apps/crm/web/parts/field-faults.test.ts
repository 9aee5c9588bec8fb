import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { fieldFaults } from './field-faults.ts';

test('what the API says of a field stands beside it as a sentence', () => {
  const errors = [
    { field: 'price', message: 'has more than two decimal places' },
    { field: 'sku', message: 'Is taken already.' },
  ];
  assert.deepEqual(fieldFaults(toApiProblem(400, { errors })), {
    price: 'Has more than two decimal places.',
    sku: 'Is taken already.',
  });
});

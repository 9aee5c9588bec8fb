import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { formFaults } from './form-faults.ts';

const name = { field: 'name', message: 'must not be empty' };
const price = { field: 'price', message: 'must be at least 0' };

test('fields that the API refused are counted, then named', () => {
  const about = { status: 400, code: 'http.invalid' };
  const one = new ApiProblem({ ...about, message: 'name must not be empty.', fields: [name] });
  assert.deepEqual(formFaults(one), { title: 'Please check one field', faults: [name] });
  const two = new ApiProblem({ ...about, message: 'name must …; price must …', fields: [name, price] });
  assert.deepEqual(formFaults(two), { title: 'Please check 2 fields', faults: [name, price] });
});

test('a fault that the line tells already is not told twice', () => {
  const message = 'Another product has this SKU.';
  const problem = new ApiProblem({
    status: 409,
    code: 'catalog.sku_taken',
    message,
    fields: [{ field: 'sku', message }],
  });
  assert.deepEqual(formFaults(problem), { title: message, faults: [] });
});

test('a failure without fields is told as it came', () => {
  const problem = new ApiProblem({ status: 0, code: 'network.unreachable', message: 'The CRM cannot be reached.' });
  assert.deepEqual(formFaults(problem), { title: 'The CRM cannot be reached.', faults: [] });
});

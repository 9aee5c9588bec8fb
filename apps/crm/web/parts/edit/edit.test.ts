import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictRows } from './conflict-rows.ts';
import { changedFields } from './field-values.ts';
import { toProblem } from './to-problem.ts';

test('only what somebody changed is sent', () => {
  const before = { name: 'Falcon', price: '10.00', is_active: true };
  assert.deepEqual(changedFields(before, { ...before }), {});
  assert.deepEqual(changedFields(before, { ...before, name: '', is_active: false }), { name: '', is_active: false });
});

test('faults found on the page become a problem that names their fields, and none is no problem', () => {
  const problem = toProblem({ name: 'Enter a name.', sku: undefined, price: 'Enter a price.' });
  assert.equal(problem?.message, 'Please check 2 fields');
  assert.deepEqual(problem.fields, [
    { field: 'name', message: 'Enter a name.' },
    { field: 'price', message: 'Enter a price.' },
  ]);
  assert.equal(toProblem({ name: undefined }), undefined);
});

test('of two versions only what differs is shown, and whose change it is', () => {
  const base = { name: 'Falcon', price: '10.00', sku: 'F-1', category: 'Drones' };
  const mine = { ...base, price: '12.00', sku: 'F-2' };
  const theirs = { ...base, price: '11.00', sku: 'F-2', name: 'Falcon II' };
  assert.deepEqual(conflictRows({ mine, base, theirs }), [
    { field: 'name', isMine: false },
    { field: 'price', isMine: true },
  ]);
});

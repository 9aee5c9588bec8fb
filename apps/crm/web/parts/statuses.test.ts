import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneOfThese, optionsOf, orderStatuses } from './statuses.ts';

test('only a known name from the address counts', () => {
  assert.equal(oneOfThese(orderStatuses, 'on_hold'), 'on_hold');
  assert.equal(oneOfThese(orderStatuses, 'On hold'), undefined);
  assert.equal(oneOfThese(orderStatuses, 'toString'), undefined);
  assert.equal(oneOfThese(orderStatuses, undefined), undefined);
});

test('a choice shows words for names', () => {
  assert.deepEqual(optionsOf(orderStatuses)[4], { value: 'on_hold', label: 'On hold' });
});

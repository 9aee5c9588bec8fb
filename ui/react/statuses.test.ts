import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneOfThese, optionsOf, type Statuses } from './statuses.ts';

const statuses: Statuses<'ok' | 'on_hold'> = {
  ok: { label: 'Fine', tone: 'good' },
  on_hold: { label: 'On hold', tone: 'warn' },
};

test('only a known name from the address counts', () => {
  assert.equal(oneOfThese(statuses, 'on_hold'), 'on_hold');
  assert.equal(oneOfThese(statuses, 'On hold'), undefined);
  assert.equal(oneOfThese(statuses, 'toString'), undefined);
  assert.equal(oneOfThese(statuses, undefined), undefined);
});

test('a choice shows words for names', () => {
  assert.deepEqual(optionsOf(statuses)[1], { value: 'on_hold', label: 'On hold' });
});

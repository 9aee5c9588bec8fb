import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankCorrection, checkCorrection, stockAfter, toDelta } from './correction-values.ts';

const five = { ...blankCorrection, delta: '5', reason: 'counted' };
const fiveOut = { ...five, direction: 'out' as const };

test('units go in or out', () => {
  assert.deepEqual([toDelta(five), toDelta(fiveOut)], [5, -5]);
  assert.deepEqual([stockAfter(7, five), stockAfter(7, fiveOut), stockAfter(5, fiveOut)], [12, 2, 0]);
});

test('what would be below zero, or is no number, is not foretold', () => {
  assert.equal(stockAfter(4, fiveOut), undefined);
  assert.equal(stockAfter(4, { ...five, delta: 'x' }), undefined);
});

test('a correction needs units and a reason', () => {
  assert.deepEqual(checkCorrection(five), {});
  assert.deepEqual(Object.keys(checkCorrection(blankCorrection)), ['delta', 'reason']);
  assert.deepEqual(Object.keys(checkCorrection({ ...five, reason: '  ' })), ['reason']);
});

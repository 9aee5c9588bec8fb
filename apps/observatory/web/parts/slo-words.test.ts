import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgetWords, burnWords, nearlyAll, usedUpWords } from './slo-words.ts';

test('what is not all of it is never called so', () => {
  assert.deepEqual([1, 0.99999, 0.995, 0.934, null].map(nearlyAll), ['100%', '99.99%', '99.5%', '93.4%', '–']);
});

test('a budget is told by what is left of it, or by how far it is overdrawn', () => {
  assert.deepEqual([1, 0.25, 0, -0.5, -23.8, null].map(budgetWords), [
    '100% left',
    '25% left',
    '0% left',
    'overdrawn by 50%',
    'overdrawn 24×',
    '–',
  ]);
});

test('a burn and when it has used up the budget are told in few words', () => {
  assert.deepEqual([0, 0.94, 14.4, null].map(burnWords), ['0×', '0.9×', '14×', '–']);
  assert.deepEqual([null, 0, 0.5, 30, 72, 900].map(usedUpWords), [
    'nothing burns',
    'already',
    'in 30 min',
    'in 30 h',
    'in 3 days',
    'not within the window',
  ]);
});

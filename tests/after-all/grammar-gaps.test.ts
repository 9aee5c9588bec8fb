import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beyondGaps } from './grammar-gaps.ts';

const gaps = [{ sql: 'drop it', reason: 'unknown to the grammar' }];

test('what the grammar lacks is excused, and nothing else', () => {
  const complaints = new Map([
    ['drop it', '1:0 no'],
    ['select', '1:6 no'],
  ]);
  assert.deepEqual(beyondGaps(['drop it', 'select', 'select 1'], complaints, gaps), [
    'Oracle does not take: 1:6 no\n      select',
  ]);
});

test('an excuse for what the grammar takes, or what nobody says any more, is a fault', () => {
  assert.match(beyondGaps(['drop it'], new Map(), gaps).join(), /the grammar takes what .* excuses: drop it/);
  assert.match(beyondGaps([], new Map(), gaps).join(), /nobody says any more .*: drop it/);
});

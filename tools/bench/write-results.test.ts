import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withResults } from './write-results.ts';

const result = {
  measuredAt: '2026-11-22T04:00:00.000Z',
  machine: { description: '2 × something', loadBefore: 0.52, loadAfter: 2 },
  rows: [{ what: 'memory', figure: { value: 339, unit: 'MB' as const } }],
};
const document = 'Before.\n<!-- results -->\nold\n<!-- end of results -->\nAfter.\n';

test('a result takes the place of the one before, and nothing else changes', () => {
  const once = withResults(document, result);
  assert.match(
    once,
    /^Before\.\n<!-- results -->\nMeasured 2026-11-22 on 2 × something\. Load average 0\.5 before and 2\.0/,
  );
  assert.match(once, /\| memory \| 339 MB \|/);
  assert.match(once, /\n<!-- end of results -->\nAfter\.\n$/);
  assert.doesNotMatch(once, /old/);
  assert.equal(withResults(once, result), once);
});

test('a document without a place for it is left alone', () => {
  assert.throws(() => withResults('Before. After.', result), /no place for results/);
});

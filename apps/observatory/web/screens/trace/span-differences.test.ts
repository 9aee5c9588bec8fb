import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanDifferences } from './span-differences.ts';
import { spanOf } from './testing/spans.ts';
import { buildTree } from './trace-tree.ts';

const request = spanOf({ id: 'request', ms: [0, 100] });
const named = (name: string, id: string, ms: [number, number]) => ({ ...spanOf({ id, parent: 'request', ms }), name });

test('two traces are compared by what each kind of span took by itself', () => {
  const here = buildTree([request, named('SELECT', 'a', [0, 40]), named('SELECT', 'b', [40, 80])]);
  const there = buildTree([
    spanOf({ id: 'request', ms: [0, 30] }),
    named('SELECT', 'a', [0, 10]),
    named('INSERT', 'c', [10, 15]),
  ]);
  assert.deepEqual(
    spanDifferences(here, there).map(({ name, here, there, differenceMs }) => [
      name,
      here.count,
      there.count,
      differenceMs,
    ]),
    [
      ['SELECT', 2, 1, 70],
      ['request', 1, 1, 5],
      ['INSERT', 0, 1, -5],
    ],
  );
});

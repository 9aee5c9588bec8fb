import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOf } from './testing/spans.ts';
import { above, buildTree, type SpanNode, walk } from './trace-tree.ts';

const request = spanOf({ id: 'request', ms: [0, 100] });
const sql = spanOf({ id: 'sql', parent: 'verb', ms: [30, 40] });
const verb = spanOf({ id: 'verb', parent: 'request', ms: [10, 90] });
const early = spanOf({ id: 'early', parent: 'request', ms: [5, 8] });

function drawn(nodes: Iterable<SpanNode>): string[] {
  return [...nodes].map(({ span, depth }) => `${'-'.repeat(depth)}${span.spanId}`);
}

test('spans stand below their parents by their start, in whatever order they came', () => {
  assert.deepEqual(drawn(walk(buildTree([sql, verb, early, request]))), ['request', '-early', '-verb', '--sql']);
});

test('starts are counted from the first one', () => {
  const later = [verb, sql].map((span) => span);
  const [root] = buildTree(later);
  assert.deepEqual([root?.startMs, root?.children[0]?.startMs], [0, 20]);
});

test('a span whose parent never came stands at the top and says so', () => {
  const roots = buildTree([request, spanOf({ id: 'stray', parent: 'gone', ms: [50, 60] })]);
  assert.deepEqual(
    roots.map(({ span, isOrphan }) => [span.spanId, isOrphan]),
    [
      ['request', false],
      ['stray', true],
    ],
  );
});

test('spans that name each other as parents are all shown once', () => {
  const ring = [
    spanOf({ id: 'a', parent: 'b', ms: [0, 1] }),
    spanOf({ id: 'b', parent: 'a', ms: [1, 2] }),
    spanOf({ id: 'self', parent: 'self', ms: [2, 3] }),
  ];
  assert.deepEqual(
    drawn(walk(buildTree(ring)))
      .map((name) => name.replaceAll('-', ''))
      .sort(),
    ['a', 'b', 'self'],
  );
});

test('a span that came twice is shown once', () => {
  assert.deepEqual(drawn(walk(buildTree([request, request]))), ['request']);
});

test('what is below a folded span is left out', () => {
  assert.deepEqual(drawn(walk(buildTree([request, verb, sql]), new Set(['verb']))), ['request', '-verb']);
});

test('a chain of ten thousand spans is walked to its end', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) =>
    spanOf({ id: `s${at}`, ms: [at, 10_000], ...(at === 0 ? {} : { parent: `s${at - 1}` }) }),
  );
  const last = [...walk(buildTree(chain))].at(-1);
  assert.equal(last?.depth, 9_999);
  assert.equal(last && [...above(last)].length, 9_999);
});

test('nothing is a tree of nothing', () => {
  assert.deepEqual(buildTree([]), []);
});

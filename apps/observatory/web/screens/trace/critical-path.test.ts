import assert from 'node:assert/strict';
import { test } from 'node:test';
import { criticalPath } from './critical-path.ts';
import { spanOf } from './testing/spans.ts';
import { buildTree } from './trace-tree.ts';

type Drawn = Parameters<typeof spanOf>[0];

function pathOf(spans: readonly Drawn[], until: 'answer' | 'end' = 'end'): string[] {
  return criticalPath(buildTree(spans.map(spanOf)), until).map(
    ({ node, fromMs, toMs, isWaiting }) =>
      `${isWaiting ? 'after ' : ''}${node.span.spanId} ${Math.round(fromMs)}-${Math.round(toMs)}`,
  );
}

const cases: { what: string; spans: Drawn[]; path: string[] }[] = [
  {
    what: 'children one after the other, with what is between them',
    spans: [
      { id: 'request', ms: [0, 100] },
      { id: 'first', parent: 'request', ms: [10, 40] },
      { id: 'second', parent: 'request', ms: [50, 90] },
    ],
    path: ['request 0-10', 'first 10-40', 'request 40-50', 'second 50-90', 'request 90-100'],
  },
  {
    what: 'of two at the same time the one that ended last; the other held nothing up',
    spans: [
      { id: 'request', ms: [0, 100] },
      { id: 'short', parent: 'request', ms: [10, 60] },
      { id: 'long', parent: 'request', ms: [10, 90] },
    ],
    path: ['request 0-10', 'long 10-90', 'request 90-100'],
  },
  {
    what: 'one that was still running when the next began did not make it wait',
    spans: [
      { id: 'request', ms: [0, 100] },
      { id: 'beside', parent: 'request', ms: [0, 60] },
      { id: 'last', parent: 'request', ms: [40, 100] },
    ],
    path: ['request 0-40', 'last 40-100'],
  },
  {
    what: 'grandchildren',
    spans: [
      { id: 'request', ms: [0, 50] },
      { id: 'verb', parent: 'request', ms: [5, 45] },
      { id: 'sql', parent: 'verb', ms: [10, 40] },
    ],
    path: ['request 0-5', 'verb 5-10', 'sql 10-40', 'verb 40-45', 'request 45-50'],
  },
  {
    what: 'work that began after the end of its parent, and the time in between',
    spans: [
      { id: 'request', ms: [0, 20] },
      { id: 'verb', parent: 'request', ms: [2, 18] },
      { id: 'delivery', parent: 'request', ms: [50, 80] },
    ],
    path: ['request 0-2', 'verb 2-18', 'request 18-20', 'after request 20-50', 'delivery 50-80'],
  },
  {
    what: 'work that a child set off and nobody waited for',
    spans: [
      { id: 'request', ms: [0, 20] },
      { id: 'verb', parent: 'request', ms: [0, 10] },
      { id: 'later', parent: 'verb', ms: [12, 30] },
    ],
    path: ['verb 0-10', 'after verb 10-12', 'later 12-30'],
  },
  {
    what: 'two roots, with nothing between them',
    spans: [
      { id: 'one', ms: [0, 10] },
      { id: 'two', parent: 'lost', ms: [30, 40] },
    ],
    path: ['one 0-10', 'after one 10-30', 'two 30-40'],
  },
];

for (const { what, spans, path } of cases)
  test(`the path goes over ${what}`, () => assert.deepEqual(pathOf(spans), path));

test('until the answer, what goes on behind it is left out', () => {
  const spans: Drawn[] = [
    { id: 'request', ms: [0, 20] },
    { id: 'verb', parent: 'request', ms: [2, 10] },
    { id: 'beyond', parent: 'request', ms: [15, 90] },
    { id: 'delivery', parent: 'verb', ms: [50, 80] },
  ];
  assert.deepEqual(pathOf(spans, 'answer'), ['request 0-2', 'verb 2-10', 'request 10-20']);
});

test('an answer of a service whose clock goes ahead is still what its caller waited for', () => {
  const spans = [
    { ...spanOf({ id: 'call', ms: [0, 20] }), kind: 'client' as const },
    { ...spanOf({ id: 'served', parent: 'call', ms: [5, 24] }), kind: 'server' as const },
  ];
  const path = criticalPath(buildTree(spans), 'answer').map(({ node }) => node.span.spanId);
  assert.deepEqual(path, ['call', 'served']);
});

test('the parts of a path fill its time without a gap and without an overlap', () => {
  const spans: Drawn[] = [{ id: 'request', ms: [0, 1000] }];
  for (let at = 0; at < 200; at += 1)
    spans.push({
      id: `s${at}`,
      parent: at % 7 === 0 ? 'request' : `s${at - 1}`,
      ms: [at * 3, at * 3 + ((at * 37) % 90)],
    });
  const parts = criticalPath(buildTree(spans.map(spanOf)), 'end');
  for (const [at, part] of parts.entries())
    if (at > 0) assert.ok(Math.abs(part.fromMs - (parts[at - 1]?.toMs ?? 0)) < 0.01, `${part.fromMs}`);
  assert.ok(Math.abs(parts.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) - 1000) < 0.1);
});

test('a trace of 50,000 spans, one below the other or all below one, has its path', () => {
  for (const parentOf of [(at: number) => `s${at - 1}`, () => 's0']) {
    const spans = Array.from({ length: 50_000 }, (_, at) =>
      spanOf({ id: `s${at}`, ms: [at, 60_000], ...(at === 0 ? {} : { parent: parentOf(at) }) }),
    );
    assert.ok(criticalPath(buildTree(spans), 'end').length > 1);
  }
});

test('nothing has no path', () => assert.deepEqual(criticalPath([], 'end'), []));

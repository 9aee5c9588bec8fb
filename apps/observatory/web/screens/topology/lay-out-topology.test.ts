import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { layOutTopology, nodeHeight, nodeWidth, type PlacedEdge } from './lay-out-topology.ts';

function node(id: string, kind: TopologyNode['kind'] = 'service'): TopologyNode {
  return { id, kind, name: id, system: null, addresses: [], calls: 1, errors: 0 };
}

function edge(from: string, to: string, calls: number, kind: TopologyEdge['kind'] = 'request'): TopologyEdge {
  return { from, to, kind, calls, callsPerMinute: calls, errors: 0, errorRate: 0, p50Ms: 1, p95Ms: 2 };
}

const nodes = [
  ...[node('callers', 'callers'), node('browser', 'browser'), node('gateway'), node('shop'), node('crm')],
  ...[node('db', 'database'), node('pay', 'outside')],
];
const edges = [
  ...[
    edge('callers', 'shop', 90),
    edge('callers', 'crm', 5),
    edge('callers', 'gateway', 1),
    edge('browser', 'shop', 50),
  ],
  ...[edge('gateway', 'shop', 40), edge('gateway', 'crm', 5), edge('gateway', 'pay', 2), edge('gateway', 'db', 9)],
  ...[edge('shop', 'crm', 30), edge('shop', 'crm', 9, 'message'), edge('crm', 'shop', 4), edge('crm', 'crm', 2)],
  ...[edge('shop', 'db', 300, 'statement'), edge('crm', 'db', 60, 'statement'), edge('shop', 'pay', 3)],
];
const layout = layOutTopology(nodes, edges, 1084);

/** Points along a line, which is made of curves and straight parts. */
function pointsOn({ path }: PlacedEdge): [x: number, y: number][] {
  const [begin = '', ...parts] = path.split(/(?=[CL])/);
  const numbers = (text: string) => text.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const points: [number, number][] = [];
  let [x0 = 0, y0 = 0] = numbers(begin);
  for (const part of parts) {
    const given = numbers(part);
    const [x3 = 0, y3 = 0] = given.slice(-2);
    const [x1 = x0, y1 = y0, x2 = x3, y2 = y3] = part.startsWith('C') ? given : [];
    for (let t = 0; t <= 1; t += 0.02) {
      const at = (one: number, two: number, three: number, four: number) =>
        (1 - t) ** 3 * one + 3 * (1 - t) ** 2 * t * two + 3 * (1 - t) * t ** 2 * three + t ** 3 * four;
      points.push([at(x0, x1, x2, x3), at(y0, y1, y2, y3)]);
    }
    [x0, y0] = [x3, y3];
  }
  return points;
}

test('every edge is drawn, and none runs through a node', () => {
  assert.equal(layout.edges.length, edges.length);
  for (const line of layout.edges)
    for (const [x, y] of pointsOn(line))
      for (const { node: passed, x: left, y: top } of layout.nodes) {
        const isInside = x > left + 1 && x < left + nodeWidth - 1 && y > top + 1 && y < top + nodeHeight - 1;
        assert.ok(!isInside, `${line.edge.from} to ${line.edge.to} through ${passed.id} at ${x} ${y}`);
      }
});

test('all of it lies within the picture', () => {
  const { left, top, width, height } = layout;
  for (const line of layout.edges)
    for (const [x, y] of [...pointsOn(line), [line.labelX, line.labelY] as const])
      assert.ok(
        x >= left && x <= left + width && y >= top && y <= top + height,
        `${line.edge.from} to ${line.edge.to}`,
      );
});

const crossing = layOutTopology(
  [node('callers', 'callers'), node('browser', 'browser'), node('shop'), node('gateway')],
  [edge('callers', 'shop', 390), edge('callers', 'gateway', 1), edge('browser', 'shop', 29)],
  1084,
);

for (const [what, { edges: lines }] of Object.entries({ 'of many lines': layout, 'of lines that cross': crossing }))
  test(`no words ${what} lie on others`, () => {
    const [wide, narrow] = [
      { width: 140, height: 17 },
      { width: 70, height: 34 },
    ];
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        const [first, second] = [one, other].map(({ isAlong }) => (isAlong ? wide : narrow));
        const isApart =
          Math.abs(one.labelX - other.labelX) >= ((first?.width ?? 0) + (second?.width ?? 0)) / 2 ||
          Math.abs(one.labelY - other.labelY) >= ((first?.height ?? 0) + (second?.height ?? 0)) / 2;
        assert.ok(isApart, `${one.edge.from}-${one.edge.to} and ${other.edge.from}-${other.edge.to}`);
      }
  });

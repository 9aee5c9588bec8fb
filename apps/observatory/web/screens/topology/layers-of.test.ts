import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { layersOf } from './layers-of.ts';

function node(id: string, kind: TopologyNode['kind'] = 'service'): TopologyNode {
  return { id, kind, name: id, system: null, addresses: [], calls: 1, errors: 0 };
}

function edge(from: string, to: string, calls: number, kind: TopologyEdge['kind'] = 'request'): TopologyEdge {
  return { from, to, kind, calls, callsPerMinute: calls, errors: 0, errorRate: 0, p50Ms: 1, p95Ms: 2 };
}

const nodes = [node('db', 'database'), node('crm'), node('browser', 'browser'), node('shop'), node('gateway')];
const edges = [
  edge('browser', 'shop', 50),
  edge('shop', 'crm', 30),
  edge('crm', 'shop', 4),
  edge('shop', 'crm', 9, 'message'),
  edge('crm', 'gateway', 5),
  edge('gateway', 'shop', 1),
  edge('shop', 'db', 300, 'statement'),
];

test('browsers stand first, then services by who calls whom, databases last', () => {
  const layers = layersOf(nodes, edges).map((layer) => layer.map(({ id }) => id));
  assert.deepEqual(layers, [['browser'], ['shop'], ['crm'], ['gateway'], ['db']]);
});

test('a service alone is a layer of its own, and nothing is nothing', () => {
  assert.equal(layersOf([node('shop')], []).length, 1);
  assert.deepEqual(layersOf([], []), []);
});

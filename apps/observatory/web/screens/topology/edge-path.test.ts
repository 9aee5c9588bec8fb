import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopologyEdge, TopologyNode } from '@octo/contracts/observatory-topology.ts';
import { observatoryName } from '@octo/contracts/telemetry/services.ts';
import { edgePath, nodePath } from './edge-path.ts';

const node = (id: string, kind: TopologyNode['kind'], name: string, about: Partial<TopologyNode> = {}) => {
  const made: TopologyNode = { id, kind, name, system: null, addresses: [], calls: 1, errors: 0, ...about };
  return [id, made] as const;
};
const nodes = new Map<string, TopologyNode>([
  node('callers', 'callers', 'Other callers'),
  node('browser', 'browser', 'Browsers'),
  node('shop', 'service', 'shop'),
  node('crm', 'service', 'crm'),
  node('gateway', 'service', 'gateway', { addresses: ['127.0.0.1:8090'] }),
  node('observatory', 'service', observatoryName, { addresses: ['localhost:8070'] }),
  node('db', 'database', 'octo', { system: 'postgresql' }),
  node('pay', 'outside', 'pay.example.com:443'),
]);
const figures = { calls: 1, callsPerMinute: 1, errors: 0, errorRate: 0, p50Ms: 1, p95Ms: 1 };

const cases: [from: string, to: string, kind: TopologyEdge['kind'], asked: Record<string, string>][] = [
  ['callers', 'shop', 'request', { service: 'shop' }],
  ['browser', 'shop', 'request', { service: 'shop', alongside: 'browser' }],
  ['shop', 'crm', 'request', { service: 'shop', alongside: 'crm' }],
  ['crm', 'gateway', 'request', { service: 'crm', q: 'server.address=127.0.0.1 server.port=8090' }],
  ['crm', 'observatory', 'request', { service: 'crm', q: 'server.address=localhost server.port=8070' }],
  ['shop', 'crm', 'message', { service: 'shop', alongside: 'crm', q: 'messaging.message.id=*' }],
  ['shop', 'db', 'statement', { service: 'shop', q: 'db.system.name=postgresql db.namespace=octo' }],
  ['shop', 'pay', 'request', { service: 'shop', q: 'server.address=pay.example.com server.port=443' }],
];

for (const [from, to, kind, asked] of cases)
  test(`a ${kind} from ${from} to ${to} leads to its traces`, () => {
    const path = edgePath({ from, to, kind, ...figures }, nodes, 15);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(path.split('?')[1])), { ...asked, minutes: '15' });
  });

test('errors of an edge lead to what failed, and a service to what it did', () => {
  assert.match(edgePath({ from: 'shop', to: 'crm', kind: 'request', ...figures }, nodes, 15, true), /status=error/);
  const shop = nodes.get('shop');
  assert.equal(shop && nodePath(shop, 60), '/traces?service=shop&minutes=60');
  const observatory = nodes.get('observatory');
  assert.equal(observatory && nodePath(observatory, 60), '/status');
});

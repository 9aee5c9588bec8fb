import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { getWorkflowGateway, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getReadiness } from '@octo/contracts/meta.ts';
import type { WorkflowOverview } from '@octo/contracts/workflows.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer, type PeerAnswer } from '@octo/platform/testing/fake-peer.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { createTestShop, type TestShop } from '../testing/test-shop.ts';

const scheduler = {
  poll_seconds: 90,
  last_run_at: '2026-01-02T03:04:05.678Z',
  last_status: 'success' as const,
  last_error: null,
  next_run_at: '2026-01-02T03:05:35.678Z',
};
const overview: WorkflowOverview = {
  orders: { order_count: 3, revenue: 12.5, processing_count: 1 },
  crm: { customer_count: 2, crm_linked: 1 },
  inventory: { low_stock_count: 0 },
  recent_queries: [],
  recent_workflows: [],
  components: [],
  scheduler,
  gateway: {
    service_name: 'octo-workflow-gateway',
    faulty_query_enabled: false,
    selectai_configured: false,
    crm_endpoint_configured: true,
    shop_endpoint_configured: true,
  },
};
const fine: PeerAnswer = { status: 200, body: overview };

const peer = await openFakePeer(() => fine);
after(() => peer[Symbol.asyncDispose]());
beforeEach(() => {
  peer.heard.length = 0;
  peer.answer(() => fine);
});

const openShop = (url = peer.url) => createTestShop({ env: { SERVICE_GATEWAY_URL: url } });

async function ask({ app }: TestShop) {
  const headers = { [internalKeyHeader]: serviceKey };
  const answer = await app.inject({ url: '/api/integrations/workflow-gateway', headers });
  return expectContract(getWorkflowGateway, 200, answer);
}

test('tells how it finds the gateway, and what that says of its scheduler', async () => {
  await using t = await openShop();
  const { latency_ms, checked_at, ...state } = await ask(t);
  const breaker = { state: 'closed', failure_threshold: 3, recovery_timeout_s: 30 };
  assert.deepEqual(state, { configured: true, reachable: true, breaker, scheduler });
  assert.ok(latency_ms >= 0 && Number.isFinite(Date.parse(checked_at)));
  assert.equal(peer.heard[0]?.headers[internalKeyHeader], serviceKey);
});

test('many who ask at once, and those who ask soon after, are one question', async () => {
  await using t = await openShop();
  await Promise.all(Array.from({ length: 20 }, () => ask(t)));
  await ask(t);
  assert.equal(peer.heard.length, 1);
});

const troubles: Record<string, PeerAnswer> = {
  'hangs up': undefined,
  fails: { status: 500, body: { code: 'internal' } },
  'refuses our key': { status: 401, body: { code: 'http.internal_key' } },
  'is somebody else': { status: 200, body: { hello: 'world' } },
};

for (const [what, answer] of Object.entries(troubles)) {
  test(`a gateway that ${what} is one that cannot be reached, and nothing worse`, async () => {
    peer.answer(() => answer);
    await using t = await openShop();
    const { configured, reachable, latency_ms, checked_at, scheduler } = await ask(t);
    assert.deepEqual([configured, reachable, latency_ms, scheduler], [true, false, null, null]);
    assert.ok(Number.isFinite(Date.parse(checked_at)));
  });
}

test('a shop that was not told where the gateway is says so', async () => {
  await using t = await createTestShop();
  const { configured, reachable, checked_at } = await ask(t);
  assert.deepEqual([configured, reachable, checked_at], [false, null, null]);
});

test('it is for our services alone; everybody else learns only whether there is one', async () => {
  await using t = await openShop();
  const refused = { status: 401, code: 'http.internal_key', field: internalKeyHeader };
  expectProblem(await t.app.inject('/api/integrations/workflow-gateway'), refused);
  const ready = await t.app.inject('/ready');
  assert.equal(expectContract(getReadiness, 200, ready).workflow_gateway_configured, true);
  assert.ok(!ready.payload.includes(new URL(peer.url).port));
  assert.equal(peer.heard.length, 0);
});

test('nothing that a shopper does asks the gateway', async () => {
  peer.answer(() => undefined);
  await using t = await openShop();
  for (const path of ['/', '/shop', '/cart', '/api/products', '/health', '/ready', '/nowhere'])
    await t.app.inject({ url: path, headers: { accept: 'text/html' } });
  assert.equal(peer.heard.length, 0);
});

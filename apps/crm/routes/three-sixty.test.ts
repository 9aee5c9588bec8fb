import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as contract from '@octo/contracts/crm/three-sixty.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
import { signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

recordSpans();
const ready = { ready: true, database: 'connected', db_type: 'postgresql' };
/** Shop, gateway and observatory in one; the shop says nothing of itself that we would know. */
const peer = await openFakePeer(({ path }) => {
  if (path === '/ready') return { status: 200, body: ready };
  if (path === '/api/database/status') return { status: 200, body: { isConfigured: true, isReachable: true } };
  return { status: 404, body: {} };
});
const observatoryUrl = 'https://observe.example.com';
const t = await createTestCrm({
  env: {
    SERVICE_SHOP_URL: peer.url,
    SERVICE_GATEWAY_URL: peer.url,
    SERVICE_OBSERVATORY_URL: peer.url,
    OBSERVATORY_PUBLIC_URL: observatoryUrl,
  },
});
after(async () => {
  await t[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});
const orderId = await addPlacedOrder(t.owner);
await addNews(t.owner, orderId, { deliveredAt: new Date(), attempts: 1 });
const boss = await signedInAs(t, 'admin');
const parts = Object.values(contract).filter((value) => 'path' in value);

test('tells what the CRM works with, how orders travel, and who is there', async () => {
  const answer = await boss.get(contract.getCrmView.path);
  const view = expectContract(contract.getCrmView, 200, answer);
  assert.ok(view.app_health.entities.orders > 0 && view.app_health.entities.products > 0);
  assert.ok(view.app_health.entities.active_sessions > 0);
  assert.deepEqual([view.order_sync.enabled, view.order_sync.last_day.delivered], [true, 1]);
  assert.equal(view.order_sync.last_day.success_rate_pct, 100);
  assert.deepEqual([view.db_health.status, view.db_health.session_tagging], ['connected', 'application_name']);
  assert.deepEqual(
    view.integration_health.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`),
    ['shop healthy', 'workflow gateway healthy', 'observatory healthy'],
  );
  assert.deepEqual(view.pillars.db_management, {
    configured: true,
    state: 'working',
    receivers: [],
    console_url: `${observatoryUrl}/sessions`,
  });
  assert.deepEqual([view.pillars.rum.configured, view.pillars.rum.console_url], [false, null]);
  assert.deepEqual(view.shop, { status: 'away', view: null });
  assert.equal(view.correlation.trace_id, answer.headers['x-trace-id']);
  const asked = peer.heard.filter(({ path }) => path === '/api/observability/360');
  assert.ok(asked.length > 0 && asked.every(({ headers }) => headers[internalKeyHeader] === serviceKey));
});

test('looking again at once is work for nobody', async () => {
  await boss.get(contract.getCrmView.path);
  peer.heard.length = 0;
  for (let looks = 0; looks < 5; looks += 1) await boss.get(contract.getCrmView.path);
  assert.deepEqual(peer.heard, []);
});

for (const endpoint of parts)
  test(`${endpoint.path} answers what its contract says, and no address, user or secret`, async () => {
    const answer = await boss.get(endpoint.path);
    expectContract(endpoint, 200, answer);
    const { urls } = t.database;
    for (const part of [new URL(urls.octo_crm).port, 'octo_crm', serviceKey, peer.url])
      assert.ok(!answer.payload.includes(part), part);
  });

test('who is no operator is shown none of it', async () => {
  const viewer = await signedInAs(t, 'viewer');
  for (const { path } of parts) expectProblem(await viewer.get(path), { status: 403, code: 'identity.not_allowed' });
});

test('a CRM that was told of nobody says so', async () => {
  await using own = await createTestCrm({ database: t.database });
  const person = await signedInAs(own, 'support');
  const view = expectContract(contract.getCrmView, 200, await person.get(contract.getCrmView.path));
  for (const { configured, status } of view.integration_health)
    assert.deepEqual([configured, status], [false, 'not_configured']);
  assert.deepEqual([view.shop.status, view.order_sync.enabled], ['not_configured', false]);
  assert.deepEqual(view.circuit_breakers, []);
  const { opsi, db_management: databases, workflow_gateway: gateway } = view.pillars;
  for (const pillar of [opsi, databases, gateway])
    assert.deepEqual(pillar, { configured: false, state: 'off', receivers: [], console_url: null });
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getShopAppHealth, getShopView, shopViewEndpoints } from '@octo/contracts/observability.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { setStorefrontStatus } from '../testing/catalogue.ts';
import { staffCookie } from '../testing/staff.ts';
import { createTestShop } from '../testing/test-shop.ts';

const crm = await openFakePeer(() => ({
  status: 200,
  body: { ready: true, database: 'connected', db_type: 'postgresql' },
}));
const t = await createTestShop({ env: { SERVICE_CRM_URL: crm.url } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await crm[Symbol.asyncDispose]();
});

const ask = (url: string, headers: Record<string, string> = { [internalKeyHeader]: serviceKey }) =>
  t.app.inject({ url, headers });

test('tells of itself what is there, and of what is not that it is not configured', async () => {
  const view = expectContract(getShopView, 200, await ask(getShopView.path));
  assert.deepEqual([view.db_health.status, view.db_health.target], ['connected', 'postgresql']);
  assert.equal(view.app_health.storefront.slug, 'primary-store');
  assert.ok(view.app_health.entities.products > 0 && view.app_health.entities.units > 0);
  const { rum, opsi, workflow_gateway: gateway } = view.pillars;
  for (const pillar of [rum, opsi, gateway]) assert.deepEqual([pillar.configured, pillar.state], [false, 'off']);
  assert.deepEqual(
    view.integration_health.map(({ name, status }: { name: string; status: string }) => [name, status]),
    [
      ['CRM', 'healthy'],
      ['workflow gateway', 'not_configured'],
    ],
  );
  assert.deepEqual([view.security.audit, view.security.security_events], [null, null]);
  assert.match(view.correlation.trace_id, /^[0-9a-f]{32}$/);
});

test('a gateway that does not answer is told of, and keeps nothing else of the view', async () => {
  await using away = await openFakePeer(() => undefined);
  await using own = await createTestShop({
    database: t.database,
    env: { SERVICE_CRM_URL: crm.url, SERVICE_GATEWAY_URL: away.url },
  });
  const headers = { [internalKeyHeader]: serviceKey };
  const view = expectContract(getShopView, 200, await own.app.inject({ url: getShopView.path, headers }));
  assert.deepEqual(
    view.integration_health.map(({ name, status }: { name: string; status: string }) => [name, status]),
    [
      ['CRM', 'healthy'],
      ['workflow gateway', 'unreachable'],
    ],
  );
  assert.deepEqual([view.pillars.workflow_gateway.state, view.db_health.status], ['failing', 'connected']);
  assert.deepEqual(
    view.circuit_breakers.map(({ name }: { name: string }) => name),
    ['CRM, customer profiles', 'workflow gateway, its overview', 'CRM, its state', 'workflow gateway, its state'],
  );
});

test('every part is closed to who does not bring the internal key', async () => {
  const cookie = await staffCookie(t.owner);
  const callers = [{}, { cookie }, { [internalKeyHeader]: 'wrong' }, { authorization: 'Bearer admin' }];
  for (const { path } of shopViewEndpoints)
    for (const headers of callers)
      expectProblem(await ask(path, headers), { status: 401, code: 'http.internal_key', field: internalKeyHeader });
});

for (const endpoint of shopViewEndpoints)
  test(`${endpoint.path} answers what its contract says, and no address, user or secret`, async () => {
    const answer = await ask(endpoint.path);
    expectContract(endpoint, 200, answer);
    const { urls } = t.database;
    for (const part of [new URL(urls.octo_shop).port, 'octo_shop', serviceKey, crm.url])
      assert.ok(!answer.payload.includes(part), part);
  });

test('what the firewall said of this very request is told, and nothing that it would never say', async () => {
  const said = async (score: string) =>
    (await ask('/api/observability/360/security', { [internalKeyHeader]: serviceKey, 'x-oci-waf-score': score })).json()
      .security.waf.score;
  assert.equal(await said('17'), '17');
  assert.equal(await said('<script>'), null);
});

test('a shop that is closed goes on to tell how it does', async () => {
  await setStorefrontStatus(t, 'inactive');
  await using closed = await createTestShop({ database: t.database });
  const headers = { [internalKeyHeader]: serviceKey };
  const answer = await closed.app.inject({ url: getShopAppHealth.path, headers });
  const { app_health } = expectContract(getShopAppHealth, 200, answer);
  assert.equal(app_health.storefront.status, 'inactive');
});

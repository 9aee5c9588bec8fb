import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { staffRoles } from '@octo/contracts/crm/permissions.ts';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getVersion } from '@octo/contracts/meta.ts';
import { operatorHeader, workflowEndpoints } from '@octo/contracts/workflows.ts';
import { permissionsOf } from '@octo/domains/identity';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { mountedBy } from '@octo/platform/testing/mounted-routes.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { openFakeCrm } from './testing/fake-crm.ts';
import { createTestGateway } from './testing/test-gateway.ts';

const previousKey = 'the internal key from before, also long enough';
const crm = await openFakeCrm();
const env = { INTERNAL_SERVICE_KEY_PREVIOUS: previousKey, SERVICE_CRM_URL: crm.url };
const { built: t, routes } = await mountedBy(() => createTestGateway({ env }));
after(async () => {
  await t[Symbol.asyncDispose]();
  await crm[Symbol.asyncDispose]();
});

const endpoints: readonly GuardedEndpoint[] = [...workflowEndpoints, { ...getVersion, access: 'workflows.read' }];
const open = ['GET /', 'GET /health', 'GET /ready', 'GET /openapi.json', 'GET /metrics'];
const wrongRequest = { status: 401, code: 'http.internal_key', field: internalKeyHeader };
let tokens = 0;

function newToken(): string {
  tokens += 1;
  return `${String(tokens).padStart(3, '0')}${'A'.repeat(40)}`;
}

function send({ method, path }: GuardedEndpoint, headers: Record<string, string>) {
  const url = path.replace(':run_id', '999999999');
  return t.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: { query_name: 'none' } } : {}) });
}

/** Let in: whatever the answer is about, it is neither a refusal nor a failure of ours. */
function isHeard(status: number): boolean {
  return status !== 401 && status !== 403 && status < 500;
}

test('everything that is mounted is guarded by its contract or tells of the service itself', () => {
  const guarded = endpoints.map(({ method, path }) => `${method} ${path}`);
  const known = [...open, ...guarded].flatMap((route) => [route, route.replace('GET ', 'HEAD ')]);
  assert.deepEqual(
    routes.filter((route) => !known.includes(route)),
    [],
  );
  assert.deepEqual(
    guarded.filter((route) => !routes.includes(route)),
    [],
  );
});

for (const endpoint of endpoints) {
  const name = `${endpoint.method} ${endpoint.path}`;

  test(`${name} is closed to strangers, whatever they bring`, async () => {
    expectProblem(await send(endpoint, {}), { status: 401, code: 'identity.not_signed_in' });
    expectProblem(await send(endpoint, { [operatorHeader]: '1' }), { status: 401, code: 'identity.not_signed_in' });
    expectProblem(await send(endpoint, { cookie: 'octo_crm=short' }), { status: 401, code: 'identity.not_signed_in' });
    const ended = { status: 401, code: 'identity.session_ended' };
    expectProblem(await send(endpoint, { cookie: `octo_crm=${newToken()}` }), ended);
    expectProblem(await send(endpoint, { authorization: `Bearer ${newToken()}` }), ended);
    for (const key of ['', ' ', 'wrong', `${serviceKey}x`, `${serviceKey}, ${serviceKey}`])
      expectProblem(await send(endpoint, { [internalKeyHeader]: key }), wrongRequest);
  });

  test(`${name} is open to our services, with the key and the one before it`, async () => {
    for (const key of [serviceKey, previousKey]) {
      const answer = await send(endpoint, { [internalKeyHeader]: key });
      assert.ok(isHeard(answer.statusCode), `${answer.statusCode} ${answer.payload}`);
    }
  });

  test(`${name} is open to operators whose role holds ${endpoint.access}, by cookie and by bearer, and to no other`, async () => {
    for (const role of staffRoles) {
      const token = newToken();
      crm.signIn(token, role);
      const held: readonly string[] = permissionsOf(role);
      for (const headers of [
        { cookie: `other=1; octo_crm=${token}` },
        { cookie: `__Host-octo_crm=${token}` },
        { authorization: `Bearer ${token}` },
      ]) {
        const answer = await send(endpoint, headers);
        if (held.includes(endpoint.access)) assert.ok(isHeard(answer.statusCode), `${role}: ${answer.payload}`);
        else expectProblem(answer, { status: 403, code: 'identity.not_allowed' });
      }
    }
  });
}

test('whoever opens its address is led to the description of its API', async () => {
  const answer = await t.app.inject('/');
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/openapi.json']);
  const described = (await t.app.inject('/openapi.json')).json();
  assert.equal(described.info.title, 'OCTO Workflow Gateway');
  assert.equal(described.paths['/'], undefined, 'it is no endpoint');
  expectProblem(await t.app.inject({ method: 'POST', url: '/' }), { status: 405, code: 'http.method_not_allowed' });
});

test('viewers may look and not run', () => {
  const held: readonly string[] = permissionsOf('viewer');
  assert.deepEqual([held.includes('workflows.read'), held.includes('workflows.run')], [true, false]);
});

test('who somebody is, is asked once in a while, and a session that has run out lets nobody in', async () => {
  const token = newToken();
  crm.signIn(token, 'viewer');
  const asked = crm.heard.length;
  const ask = () => t.app.inject({ url: '/api/workflows/catalog', headers: { cookie: `octo_crm=${token}` } });
  await Promise.all([ask(), ask(), ask()]);
  assert.equal((await ask()).statusCode, 200);
  assert.equal(crm.heard.length, asked + 1);
  const [heard] = crm.heard.slice(-1);
  assert.equal(heard?.path, '/api/auth/session');
  assert.equal(heard?.headers[internalKeyHeader], undefined, 'nobody is taken for a service of ours');
});

test('while the CRM cannot be asked nobody gets in but our services', async () => {
  const lost = await openFakeCrm();
  await using gateway = await createTestGateway({ env: { SERVICE_CRM_URL: lost.url } });
  await lost[Symbol.asyncDispose]();
  const headers = { cookie: `octo_crm=${newToken()}` };
  const away = { status: 503, code: 'workflows.crm_unavailable' };
  const answer = await gateway.app.inject({ url: '/api/workflows/catalog', headers });
  expectProblem(answer, away);
  assert.ok(Number(answer.headers['retry-after']) > 0);
  assert.equal((await gateway.ask('/api/workflows/catalog')).statusCode, 200);
  await using unconfigured = await createTestGateway();
  expectProblem(await unconfigured.app.inject({ url: '/api/workflows/catalog', headers }), away);
});

test('no page of another site is told anything, or may ask', async () => {
  const headers = { origin: 'https://shop.example.com', [internalKeyHeader]: serviceKey };
  const answer = await t.app.inject({ url: '/api/workflows/catalog', headers });
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
  const preflight = { ...headers, 'access-control-request-method': 'POST' };
  const asked = await t.app.inject({ method: 'OPTIONS', url: '/api/query-lab/run', headers: preflight });
  assert.equal(asked.statusCode, 405);
  assert.equal(asked.headers['access-control-allow-origin'], undefined);
  const token = newToken();
  crm.signIn(token, 'admin');
  const foreign = { origin: 'https://elsewhere.example', cookie: `octo_crm=${token}` };
  const payload = { query_name: 'orders_backlog' };
  const written = await t.app.inject({ method: 'POST', url: '/api/query-lab/run', headers: foreign, payload });
  expectProblem(written, { status: 403, code: 'http.foreign_origin', field: 'Origin' });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { after, test } from 'node:test';
import { type StaffRole, staffRoles } from '@octo/contracts/crm/permissions.ts';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { getWorkflowGateway, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { permissionsOf } from '@octo/domains/identity';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { mountedBy } from '@octo/platform/testing/mounted-routes.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { declaredEndpoints, sampleRequest } from './testing/every-endpoint.ts';
import { gatewayNobodyTold } from './testing/fake-gateway.ts';
import { addPerson, openSession } from './testing/sign-in.ts';
import { createTestCrm } from './testing/test-crm.ts';

const previousKey = 'the internal key from before, also long enough';
/** The shop and the workflow gateway, which know of nothing. */
const peer = await openFakePeer(({ path }) =>
  path === getWorkflowGateway.path
    ? { status: 200, body: gatewayNobodyTold }
    : { status: 404, body: { code: 'workflows.not_found' } },
);
const env = {
  INTERNAL_SERVICE_KEY_PREVIOUS: previousKey,
  SERVICE_GATEWAY_URL: peer.url,
  SERVICE_SHOP_URL: peer.url,
};
const { built: t, routes } = await mountedBy(() => createTestCrm({ env }));
after(async () => {
  await t[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});
const { app } = t;

const declared = await declaredEndpoints();
const undeclared = ['GET /openapi.json', 'HEAD /openapi.json', 'GET /metrics', 'HEAD /metrics'];
const ofTheShop = ['GET /api/integrations/crm/customer-enrichment', 'GET /api/integrations/workflow-gateway'];
const open = [
  'GET /health',
  'GET /ready',
  'GET /openapi.json',
  'POST /api/auth/login',
  'GET /api/auth/session',
  'POST /api/auth/logout',
];
const endpoints = [...declared].filter(([route]) => routes.includes(route)).map(([, endpoint]) => endpoint);
const guarded = endpoints.filter(({ access }) => access !== 'public');
const internal = guarded.filter(({ access }) => access === 'internal');
const forStaff = guarded.filter(({ access }) => access !== 'internal');
const nameOf = ({ method, path }: GuardedEndpoint) => `${method} ${path}`;

const people = new Map<StaffRole, number>();
for (const role of staffRoles) people.set(role, (await addPerson(t, role)).userId);

function send(endpoint: GuardedEndpoint, headers: Record<string, string | string[]> = {}) {
  return app.inject({ ...sampleRequest(endpoint), headers });
}

/** A session of its own for each request, for one of them may end every session. */
async function sendAs(role: StaffRole, endpoint: GuardedEndpoint, headers: Record<string, string> = {}) {
  return await send(endpoint, { cookie: await openSession(t, people.get(role) ?? 0), ...headers });
}

test('every route that is mounted stands in a contract that says who may call it', () => {
  const ofContract = (route: string) => declared.get(route.replace('HEAD ', 'GET '))?.access;
  const unknown = routes.filter((route) => ofContract(route) === undefined && !undeclared.includes(route));
  assert.deepEqual(unknown, []);
  assert.ok(forStaff.length > 5, 'the list holds what is mounted');
});

test('every endpoint that a contract promises is mounted', () => {
  const missing = [...declared.keys()].filter((route) => !routes.includes(route) && !ofTheShop.includes(route));
  assert.deepEqual(missing, []);
});

test('nothing is public but what tells of the service itself, and the way in', () => {
  const published = endpoints.filter(({ access }) => access === 'public').map(nameOf);
  assert.deepEqual([...published, 'GET /openapi.json'].sort(), [...open].sort());
});

for (const endpoint of forStaff) {
  const name = nameOf(endpoint);

  test(`${name} is closed to who is not signed in, whatever else they bring`, async () => {
    const refused = { status: 401, code: 'identity.not_signed_in' };
    expectProblem(await send(endpoint), refused);
    expectProblem(await send(endpoint, { [internalKeyHeader]: serviceKey }), refused);
    expectProblem(await send(endpoint, { authorization: 'Bearer x', 'x-session-id': 'x' }), refused);
    const headers = { cookie: `octo_crm=${'A'.repeat(43)}`, 'content-type': 'application/json' };
    const unread = await app.inject({ ...sampleRequest(endpoint), headers, payload: '{broken' });
    expectProblem(unread, { status: 401, code: 'identity.session_ended' });
    if (endpoint.method !== 'GET') return;
    const { url } = sampleRequest(endpoint);
    assert.equal((await app.inject({ method: 'HEAD', url })).statusCode, 401);
  });

  test(`${name} is open to the roles that hold ${endpoint.access}, and to no other`, async () => {
    for (const role of staffRoles) {
      const answer = await sendAs(role, endpoint);
      const held: readonly string[] = permissionsOf(role);
      const mayCall = endpoint.access === 'signed-in' || held.includes(endpoint.access);
      if (!mayCall) expectProblem(answer, { status: 403, code: 'identity.not_allowed' });
      else assert.ok(isHeard(answer.statusCode), `${role}: ${answer.statusCode} ${answer.payload}`);
    }
  });
}

for (const endpoint of internal) {
  const name = nameOf(endpoint);

  test(`${name} is closed to who does not bring the internal key, staff or not`, async () => {
    const refused = { status: 401, code: 'http.internal_key', field: internalKeyHeader };
    const wrong = [
      '',
      ' ',
      'wrong',
      serviceKey.slice(0, -1),
      `${serviceKey}x`,
      serviceKey.toUpperCase(),
      `${serviceKey}, ${serviceKey}`,
    ];
    expectProblem(await send(endpoint), refused);
    for (const key of wrong) expectProblem(await send(endpoint, { [internalKeyHeader]: key }), refused);
    for (const role of staffRoles) {
      expectProblem(await sendAs(role, endpoint), refused);
      expectProblem(await sendAs(role, endpoint, { [internalKeyHeader]: 'wrong' }), refused);
    }
    const headers = { 'content-type': 'application/json' };
    expectProblem(await app.inject({ ...sampleRequest(endpoint), headers, payload: '{broken' }), refused);
  });

  test(`${name} is open to the key of our services, and to the one before it`, async () => {
    for (const key of [serviceKey, previousKey]) {
      const answer = await send(endpoint, { [internalKeyHeader]: key });
      assert.ok(isHeard(answer.statusCode), `${answer.statusCode} ${answer.payload}`);
    }
  });
}

test('a key that comes twice in one request is no key', async () => {
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  for (const endpoint of internal) {
    const { method, url } = sampleRequest(endpoint);
    const headers = { [internalKeyHeader]: [serviceKey, serviceKey], 'content-length': '0' };
    const request = httpRequest(new URL(url, address), { method, headers }).end();
    const [response] = await once(request, 'response');
    response.resume();
    assert.equal(response.statusCode, 401, nameOf(endpoint));
  }
});

/** Let in: whatever the answer is about, it is neither a refusal nor a failure of ours. */
function isHeard(status: number): boolean {
  return status !== 401 && status !== 403 && status < 500;
}

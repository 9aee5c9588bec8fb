import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { getGatewayAtShop } from '@octo/contracts/crm/platform.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { listExecutions, runNamedQuery } from '@octo/contracts/query-lab.ts';
import { operatorAddressHeader, operatorHeader, startSweep } from '@octo/contracts/workflows.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { openFakePeer } from '@octo/platform/testing/fake-peer.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { gatewayNobodyTold, sampleExecution, sampleResult, sampleRun } from '../testing/fake-gateway.ts';
import { signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

const spans = recordSpans();
const gateway = await openFakePeer(() => undefined);
const t = await createTestCrm({ env: { SERVICE_GATEWAY_URL: gateway.url, SERVICE_SHOP_URL: gateway.url } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});
const operator = await signedInAs(t, 'support');
const viewer = await signedInAs(t, 'viewer');
const run = () => operator.post('/api/query-lab/run', { query_name: 'orders_backlog' });

beforeEach(() => {
  gateway.heard.length = 0;
  gateway.answer(() => ({ status: 200, body: sampleResult }));
});

test('a run is handed on for the operator, and its answer comes back as it was', async () => {
  spans.clear();
  assert.deepEqual(expectContract(runNamedQuery, 200, await run()), sampleResult);
  const [heard] = gateway.heard;
  assert.deepEqual([heard?.path, heard?.body], ['/api/query-lab/run', { query_name: 'orders_backlog' }]);
  assert.equal(heard?.headers[internalKeyHeader], serviceKey);
  assert.equal(heard?.headers[operatorHeader], String(operator.userId));
  assert.equal(heard?.headers[operatorAddressHeader], '127.0.0.1');
  const call = spans.all().find(({ name }) => name === 'POST /api/query-lab/run');
  assert.match(String(heard?.headers.traceparent), new RegExp(`^00-${call?.spanContext().traceId}-[0-9a-f]{16}-01$`));
});

test('what is asked of a list goes along, and nothing else does', async () => {
  gateway.answer(() => ({ status: 200, body: { items: [sampleExecution], next: null } }));
  const answer = await viewer.get('/api/query-lab/executions?limit=1&status=success&query_name=a%26b&other=1');
  assert.deepEqual(expectContract(listExecutions, 200, answer).items, [sampleExecution]);
  assert.equal(gateway.heard[0]?.path, '/api/query-lab/executions?limit=1&status=success&query_name=a%26b');
});

test('a run that is not there is asked for by its id', async () => {
  gateway.answer(() => ({ status: 404, body: { code: 'workflows.run_not_found', message: 'No such run.' } }));
  expectProblem(await viewer.get('/api/workflows/runs/9'), { status: 404, code: 'workflows.run_not_found' });
  assert.equal(gateway.heard[0]?.path, '/api/workflows/runs/9');
});

test('sweeps now, with nothing to say but who wants it', async () => {
  gateway.answer(() => ({ status: 200, body: sampleRun }));
  assert.deepEqual(expectContract(startSweep, 200, await operator.post('/api/workflows/runs')), sampleRun);
});

const refusals = [
  { status: 400, code: 'http.invalid', field: 'limit' },
  { status: 404, code: 'workflows.query_unknown', field: 'query_name' },
  { status: 409, code: 'workflows.sweep_running' },
  { status: 422, code: 'workflows.too_many_rows' },
  { status: 503, code: 'database.unavailable' },
  { status: 504, code: 'workflows.query_timed_out' },
];

for (const { status, code, field } of refusals) {
  test(`what the gateway refuses as ${code} is refused so, in its words`, async () => {
    const errors = field === undefined ? [] : [{ field, message: 'is wrong' }];
    gateway.answer(() => ({ status, body: { code, message: 'Told by the gateway.', errors, secret: 'x' } }));
    const answer = await run();
    expectProblem(answer, { status, code, field });
    assert.deepEqual([answer.json().message, answer.json().secret], ['Told by the gateway.', undefined]);
  });
}

test('queries that take too long, however many, do not close the way to the gateway', async () => {
  gateway.answer(() => ({ status: 504, body: { code: 'workflows.query_timed_out', message: 'Too long.' } }));
  for (let time = 0; time < 10; time += 1) await run();
  gateway.answer(() => ({ status: 200, body: sampleResult }));
  assert.equal((await run()).statusCode, 200);
});

const strangers = [
  ['refuses our key', { status: 401, body: { code: 'http.internal_key', message: 'For our own services.' } }],
  ['fails', { status: 500, body: { code: 'internal', message: 'Something went wrong.' } }],
  ['is a stranger', { status: 404, body: { error: 'nothing here' } }],
  ['answers something else', { status: 200, body: { hello: 'world' } }],
  ['hangs up', undefined],
] as const;

for (const [what, answer] of strangers) {
  test(`a gateway that ${what} is one that cannot be asked, to its callers`, async () => {
    gateway.answer(() => answer);
    await using own = await createTestCrm({ env: { SERVICE_GATEWAY_URL: gateway.url }, database: t.database });
    const person = await signedInAs(own, 'admin');
    const asked = await person.post('/api/query-lab/run', { query_name: 'orders_backlog' });
    expectProblem(asked, { status: 503, code: 'workflows.gateway_away' });
    assert.equal(asked.headers['retry-after'], '5');
  });
}

test('a gateway that fails again and again is left alone for a while', async () => {
  await using own = await createTestCrm({ env: { SERVICE_GATEWAY_URL: gateway.url }, database: t.database });
  const person = await signedInAs(own, 'admin');
  gateway.answer(() => undefined);
  const ask = () => person.post('/api/query-lab/run', { query_name: 'orders_backlog' });
  for (let time = 0; time < 5; time += 1) await ask();
  const before = gateway.heard.length;
  expectProblem(await ask(), { status: 503, code: 'workflows.gateway_away' });
  assert.equal(gateway.heard.length, before);
});

test('what makes no sense is refused here, and who may only look may not run', async () => {
  expectProblem(await operator.post('/api/query-lab/run', { query_name: '' }), {
    status: 400,
    code: 'http.invalid',
    field: 'query_name',
  });
  const asked = await viewer.post('/api/query-lab/run', { query_name: 'orders_backlog' });
  expectProblem(asked, { status: 403, code: 'identity.not_allowed' });
  expectProblem(await viewer.post('/api/workflows/runs'), { status: 403, code: 'identity.not_allowed' });
  assert.equal(gateway.heard.length, 0);
});

test('without a gateway it is said that there is none, and where one would be named', async () => {
  await using own = await createTestCrm({ database: t.database });
  const person = await signedInAs(own, 'viewer');
  for (const path of ['/api/workflows/catalog', '/api/workflows/overview', '/api/components/snapshots'])
    expectProblem(await person.get(path), { status: 503, code: 'workflows.not_configured' });
  expectProblem(await person.get('/api/platform/gateway-at-shop'), { status: 503, code: 'workflows.shop_away' });
});

test('the shop is asked how it finds the gateway', async () => {
  gateway.answer(() => ({ status: 200, body: gatewayNobodyTold }));
  const answer = await viewer.get('/api/platform/gateway-at-shop');
  assert.deepEqual(expectContract(getGatewayAtShop, 200, answer), gatewayNobodyTold);
  assert.equal(gateway.heard[0]?.path, '/api/integrations/workflow-gateway');
  assert.equal(gateway.heard[0]?.headers[internalKeyHeader], serviceKey);
});

test('the session tells the staff where traces are opened, when somebody said where', async () => {
  assert.equal('observatory_url' in (await viewer.get('/api/auth/session')).json(), false);
  const env = { OBSERVATORY_PUBLIC_URL: 'https://observe.example.com/' };
  await using own = await createTestCrm({ env, database: t.database });
  const person = await signedInAs(own, 'viewer');
  assert.equal((await person.get('/api/auth/session')).json().observatory_url, 'https://observe.example.com');
  assert.deepEqual((await own.app.inject('/api/auth/session')).json(), { authenticated: false });
});

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import type { signIn } from '@octo/contracts/crm/auth.ts';
import type { changeOrderStatus, getOrder } from '@octo/contracts/crm/orders.ts';
import { ApiProblem } from './api-problem.ts';
import { addressOf, request } from './request.ts';

afterEach(() => mock.restoreAll());

/** What the network does from now on; returns what it was asked. */
function answerWith(answer: () => Promise<Response>): { asked: [string, RequestInit | undefined][] } {
  const asked: [string, RequestInit | undefined][] = [];
  mock.method(globalThis, 'fetch', (address: string, init?: RequestInit) => {
    asked.push([address, init]);
    return answer();
  });
  return { asked };
}

function problem(status: number): Promise<Response> {
  const body = JSON.stringify({ code: 'a.code', message: 'No.', trace_id: 'abc' });
  return Promise.resolve(new Response(body, { status, headers: { 'retry-after': '12' } }));
}

test('parameters are filled in, and only what was asked is in the query', () => {
  const path = '/api/sync/deliveries/:event_id/:consumer/retry';
  assert.equal(
    addressOf(path, { params: { event_id: 'a/b', consumer: 'crm' } }),
    '/api/sync/deliveries/a%2Fb/crm/retry',
  );
  const query = { search: 'Ada & co', status: undefined, after: '', limit: 50 };
  assert.equal(addressOf('/api/orders', { query }), '/api/orders?search=Ada+%26+co&limit=50');
});

test('a write sends JSON and answers with what came back', async () => {
  const { asked } = answerWith(() => Promise.resolve(Response.json({ id: 7, status: 'accepted' })));
  const input = { params: { id: 7 }, body: { status: 'accepted' as const } };
  const order = await request<typeof changeOrderStatus>('PATCH /api/orders/:id/status', input);
  assert.equal(order.status, 'accepted');
  const [[address, init] = []] = asked;
  assert.deepEqual([address, init?.method, init?.body], ['/api/orders/7/status', 'PATCH', '{"status":"accepted"}']);
  assert.deepEqual(init?.headers, { 'content-type': 'application/json' });
});

test('a read sends no body and no content type', async () => {
  const { asked } = answerWith(() => Promise.resolve(Response.json({})));
  await request<typeof getOrder>('GET /api/orders/:id', { params: { id: 7 } });
  assert.deepEqual([asked[0]?.[1]?.body, asked[0]?.[1]?.headers], [undefined, undefined]);
});

test('a refusal is thrown as the problem that it is', async () => {
  answerWith(() => problem(429));
  const call = request<typeof signIn>('POST /api/auth/login', { body: { username: 'ada', password: 'wrong' } });
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ApiProblem);
    assert.deepEqual([error.status, error.code, error.retryAfterSeconds], [429, 'a.code', 12]);
    return true;
  });
});

for (const [thrown, code] of [
  [new TypeError('Failed to fetch'), 'network.unreachable'],
  [new DOMException('The operation timed out.', 'TimeoutError'), 'network.timed_out'],
] as const)
  test(`no answer at all is ${code}`, async () => {
    answerWith(() => Promise.reject(thrown));
    await assert.rejects(request<typeof getOrder>('GET /api/orders/:id', { params: { id: 7 } }), { code });
  });

test('a call that was called off stays that', async () => {
  answerWith(() => Promise.reject(new DOMException('Aborted', 'AbortError')));
  await assert.rejects(request<typeof getOrder>('GET /api/orders/:id', { params: { id: 7 } }), { name: 'AbortError' });
});

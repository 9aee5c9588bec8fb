import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createLogger } from '../telemetry/logger.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createApp } from './create-app.ts';
import { createRequestObstacles } from './request-obstacles.ts';

const marks = { 'octo.fault.id': 'a-fault' };
const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'test', namespace: 'octo', version: '1.0.0' };
const logger = createLogger(service, 'error', { write: (line) => void lines.push(JSON.parse(line)) });
const obstacles = createRequestObstacles();
const app = createApp({ logger, publicUrl: undefined, obstacles });
let served = 0;
for (const method of ['GET', 'POST'] as const)
  app.route({ method, url: '/things/:id', handler: async () => ({ served: ++served }) });
app.get('/others', async () => ({}));
const url = await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());
beforeEach(() => {
  served = 0;
  spans.clear();
});

const place = { method: 'GET', route: '/things/:id' };
const statusOf = async (path: string) => (await app.inject(path)).statusCode;

test('a share of the requests to a route fails, evenly, as what nobody expected does', async () => {
  using _obstacle = obstacles.failShare(place, { share: 0.3, marks });
  const statuses = [];
  for (let id = 0; id < 10; id += 1) statuses.push(await statusOf(`/things/${id}`));
  assert.deepEqual(statuses, [200, 200, 200, 500, 200, 200, 500, 200, 200, 500]);
  assert.equal(served, 7);
  const failed = spans.all().filter(({ attributes }) => attributes['http.response.status_code'] === 500);
  assert.deepEqual(
    spans.all().filter(({ attributes }) => attributes['octo.fault.id'] === 'a-fault'),
    failed,
  );
  assert.equal(lines.at(-1)?.['http.route'], '/things/:id');
});

test('the answer is the problem of a failure of ours, and tells nothing of why', async () => {
  using _obstacle = obstacles.failShare(place, { share: 1, marks });
  const answer = await app.inject('/things/1');
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const { status, code, trace_id: traceId } = answer.json();
  assert.deepEqual([status, code, traceId], [500, 'internal', answer.headers['x-trace-id']]);
  assert.doesNotMatch(answer.body, /purpose|fault/);
});

test('other routes, other methods and unknown addresses are left alone', async () => {
  using _obstacle = obstacles.failShare(place, { share: 1, marks });
  assert.equal((await app.inject({ method: 'POST', url: '/things/1' })).statusCode, 200);
  assert.deepEqual([await statusOf('/others'), await statusOf('/nowhere')], [200, 404]);
});

test('whoever calls a route is hung up on before it sees anything, until that is over', async () => {
  const call = () => fetch(`${url}/things/1`, { method: 'POST', body: '{}' });
  {
    using _obstacle = obstacles.hangUp({ ...place, method: 'POST' }, { marks });
    await assert.rejects(call, /fetch failed/);
    assert.equal(served, 0);
    assert.equal(await statusOf('/things/1'), 200);
  }
  assert.equal(spans.all()[0]?.attributes['octo.fault.id'], 'a-fault');
  const answer = await fetch(`${url}/things/1`, { method: 'POST' });
  assert.equal(answer.status, 200);
});

test('what is taken away late does not take away what came after it', async () => {
  const first = obstacles.failShare(place, { share: 1, marks });
  const second = obstacles.failShare(place, { share: 1, marks });
  first[Symbol.dispose]();
  assert.equal(await statusOf('/things/1'), 500);
  second[Symbol.dispose]();
  assert.equal(await statusOf('/things/1'), 200);
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Type } from 'typebox';
import { createLogger } from '../telemetry/logger.ts';
import { traced } from '../telemetry/traced.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createApp } from './create-app.ts';
import { route } from './route.ts';
import { workflowTable } from './workflow-table.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const service = { name: 'test', namespace: 'octo', version: '1.0.0' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(JSON.parse(line)) });
const workflows = workflowTable(['checkout', 'order-history', 'other'], {
  '/orders': 'order-history',
  '/orders/pay': 'checkout',
});
const app = createApp({ logger, publicUrl: undefined, workflows });
const verbs = traced('tests', { pay: async () => logger.info('in the verb') });
const pay = {
  method: 'POST',
  path: '/orders/pay',
  summary: 'Pays',
  tag: 'Test',
  body: Type.Object({ by: Type.String() }),
  responses: { 200: Type.Any() },
} as const;
route(app, pay, async () => {
  logger.info('before the verb');
  await verbs.pay();
  setImmediate(() => logger.info('after the answer'));
  return {};
});
app.get('/orders/:id', async () => ({}));
app.get('/ordersish', async () => ({}));
app.post('/events', async () => ({}));
app.get('/broken', async () => {
  throw new Error('on purpose');
});
after(() => app.close());
beforeEach(() => {
  spans.clear();
  lines.length = 0;
});

const asked = (headers: Record<string, string> = {}) => ({ 'x-request-id': 'r-1', ...headers });

function workflowOfSpan(): unknown {
  return spans.all().at(-1)?.attributes['octo.workflow.id'];
}

for (const [url, workflow] of [
  ['/orders/17', 'order-history'],
  ['/ordersish', 'other'],
  ['/nowhere', 'other'],
] as const)
  test(`${url} is of ${workflow}: on its span, its line and its answer`, async () => {
    const { headers } = await app.inject({ url, headers: asked() });
    assert.deepEqual(
      [workflowOfSpan(), lines[0]?.workflow_id, headers['x-workflow-id']],
      [workflow, workflow, workflow],
    );
  });

test('every line written in a request names request, workflow and trace, wherever it was written', async () => {
  const answer = await app.inject({ method: 'POST', url: '/orders/pay', headers: asked(), payload: { by: 'card' } });
  await turn();
  assert.equal(answer.statusCode, 200);
  const messages = lines.map(({ message }) => message).toSorted();
  assert.deepEqual(messages, ['POST /orders/pay 200', 'after the answer', 'before the verb', 'in the verb']);
  for (const line of lines) {
    assert.deepEqual([line.request_id, line.workflow_id], ['r-1', 'checkout'], String(line.message));
    assert.equal(line.trace_id, answer.headers['x-trace-id'], String(line.message));
  }
});

test('so do those of a failure', async () => {
  await app.inject({ url: '/broken', headers: asked() });
  assert.deepEqual(
    lines.map(({ message, request_id, workflow_id }) => [message, request_id, workflow_id]),
    [
      ['request failed', 'r-1', 'other'],
      ['GET /broken 500', 'r-1', 'other'],
    ],
  );
});

test('a caller names the workflow where the route has none, if it is one that is known', async () => {
  for (const [url, told, workflow] of [
    ['/events', 'checkout', 'checkout'],
    ['/events', 'ada@example.com', 'other'],
    ['/orders/pay', 'order-history', 'checkout'],
  ] as const) {
    await app.inject({ method: 'POST', url, headers: { 'x-workflow-id': told }, payload: { by: 'card' } });
    assert.equal(workflowOfSpan(), workflow, `${url} ${told}`);
  }
});

const head = 'POST /orders/pay HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

/** Sends bytes over a real connection and reads what comes back until it is closed. */
async function exchange(bytes: string, whenArrived: (socket: Socket) => void = () => undefined): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port }: AddressInfo = Object(app.server.address());
  const arrived = once(app.server, 'request');
  const client = connect(port, '127.0.0.1');
  client.write(bytes);
  const [request] = await arrived;
  whenArrived(request.socket);
  const answer = await text(client);
  while (spans.all().length === 0) await turn();
  return answer;
}

test('a body that does not arrive in time is told by the status that it was answered with', async () => {
  const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  // As the server itself says it, once its patience has ended.
  const whenArrived = (socket: Socket) => void app.server.emit('clientError', late, socket);
  const answer = await exchange(`${head}Content-Length: 100\r\n\r\n{"by":`, whenArrived);
  assert.match(answer, /^HTTP\/1\.1 408 .*"code":"http\.request_timeout"/s);
  assert.equal(lines.filter(({ message }) => message === 'POST /orders/pay 408').length, 1);
  assert.equal(spans.all()[0]?.attributes['http.response.status_code'], 408);
});

test('so is one that breaks the rules of HTTP in its middle', async () => {
  const answer = await exchange(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"by"\r\nnonsense\r\n`);
  assert.match(answer, /^HTTP\/1\.1 400 .*"code":"http\.malformed"/s);
  assert.deepEqual(
    spans.all().map(({ attributes }) => attributes['http.response.status_code']),
    [400],
  );
});

test('B3 of a caller is continued, and W3C goes before it', async () => {
  const [traceId, other] = ['0af7651916cd43dd8448eb211c80319c', '463ac35c9f6413ad48485a3953bb6124'];
  const b3 = `${other}-b7ad6b7169203331-1`;
  assert.equal((await app.inject({ url: '/orders/1', headers: { b3 } })).headers['x-trace-id'], other);
  const both = { b3, traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  assert.equal((await app.inject({ url: '/orders/1', headers: both })).headers['x-trace-id'], traceId);
});

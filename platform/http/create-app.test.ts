import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, test } from 'node:test';
import { Type } from 'typebox';
import { createLogger } from '../telemetry/logger.ts';
import { createApp } from './create-app.ts';
import { route } from './route.ts';

const lines: Record<string, unknown>[] = [];
const service = { name: 'test', namespace: 'octo', version: '1.0.0' };
const logger = createLogger(service, 'debug', { write: (line) => void lines.push(JSON.parse(line)) });
const app = createApp({ logger, publicUrl: undefined });
const wait = Promise.withResolvers<void>();
const begun = Promise.withResolvers<void>();

const echo = {
  method: 'POST',
  path: '/echo/:id',
  summary: 'Says what arrived',
  tag: 'Test',
  params: Type.Object({ id: Type.Integer() }),
  querystring: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1 })) }),
  body: Type.Object({ text: Type.String(), count: Type.Optional(Type.Integer()) }),
  responses: { 200: Type.Any() },
} as const;
route(app, echo, async ({ params, query, body }) => ({ params, query, body }));
app.get('/slow', async () => {
  begun.resolve();
  await wait.promise;
  return { done: true };
});
app.get('/broken', async () => {
  throw new Error('password=hunter2');
});
await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());
const { port }: AddressInfo = Object(app.server.address());
const url = `http://127.0.0.1:${port}`;

function send(body: string | Buffer, type = 'application/json') {
  return fetch(`${url}/echo/1`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(Buffer.from(body)),
  });
}

test('a body that is too large is refused over a real connection, and the server lives on', async () => {
  const large = Buffer.alloc(10_000_000, 'x');
  for (const type of ['application/json', 'text/plain']) {
    const answer = await send(large, type);
    assert.equal(answer.status, type === 'text/plain' ? 415 : 413);
    assert.match(String(answer.headers.get('content-type')), /^application\/problem\+json/);
    assert.equal((await answer.json()).field, 'body');
  }
  assert.equal((await send('{"text":"small"}')).status, 200);
});

test('a large body without a length is refused as soon as it is too large', async () => {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  const asked = request(`${url}/echo/1`, { method: 'POST', headers });
  for (let part = 0; part < 100; part += 1) asked.write(Buffer.alloc(100_000, 'x'));
  const [answer] = await once(asked.end(), 'response');
  assert.equal(answer.statusCode, 413);
  answer.resume();
  assert.equal((await send('{"text":"small"}')).status, 200);
});

test('an address far too long reaches its schema, and a head past all measure is a problem too', async () => {
  const long = await fetch(`${url}/echo/1?page=${'%C3%BC'.repeat(10_000)}`);
  assert.deepEqual([long.status, (await long.json()).code], [405, 'http.method_not_allowed']);
  const endless = await fetch(`${url}/echo/1?page=${'x'.repeat(200_000)}`);
  assert.equal(endless.status, 431);
  assert.match(endless.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal((await endless.json()).code, 'http.head_too_large');
});

test('takes JSON as it is typed, and text as the type it is meant to be', async () => {
  const answer = await app.inject({ method: 'POST', url: '/echo/7?page=2&more=1', payload: { text: 'x', more: [1] } });
  assert.deepEqual(answer.json(), { params: { id: 7 }, query: { page: 2 }, body: { text: 'x' } });
  const wrong = await app.inject({ method: 'POST', url: '/echo/7', payload: { text: 5, count: '2' } });
  assert.deepEqual(
    wrong.json().errors.map(({ field }: { field: string }) => field),
    ['text', 'count'],
  );
});

test('an unexpected failure tells the caller nothing and the log where, not what', async () => {
  const answer = await app.inject('/broken');
  assert.equal(answer.statusCode, 500);
  assert.deepEqual([answer.json().code, /hunter2|broken/.test(answer.payload)], ['internal', false]);
  const line = lines.find(({ message }) => message === 'request failed');
  assert.equal(line?.['error.type'], 'Error');
  assert.match(String(line?.['error.stack']), /create-app\.test\.ts/);
  assert.doesNotMatch(JSON.stringify(lines), /hunter2/);
});

/** Sends a request, hangs up once it is `ready`, and waits for the lines of its route since then. */
async function hangUp(head: string, route: string, ready: Promise<unknown>): Promise<Record<string, unknown>[]> {
  const linesOfRoute = () => lines.slice(before).filter((line) => line['http.route'] === route);
  const before = lines.length;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(head);
  await ready;
  socket.destroy();
  while (linesOfRoute().length === 0) await new Promise(setImmediate);
  return linesOfRoute();
}

test('a caller who hangs up before the answer is counted as that, with one line', async () => {
  const [line, ...more] = await hangUp('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n', '/slow', begun.promise);
  assert.deepEqual([line?.['http.response.status_code'], line?.severity, more.length], [499, 'WARN', 0]);
  wait.resolve();
});

test('a body that breaks off is no failure of ours', async () => {
  const headers = 'Host: a\r\nContent-Type: application/json\r\nContent-Length: 100';
  const arrived = once(app.server, 'request');
  const cut = await hangUp(`POST /echo/9 HTTP/1.1\r\n${headers}\r\n\r\n{"text"`, '/echo/:id', arrived);
  assert.deepEqual(
    cut.map((line) => [line['http.response.status_code'], line.severity]),
    [[499, 'WARN']],
  );
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, test } from 'node:test';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { Type } from 'typebox';
import { inBackgroundSpan } from '../telemetry/in-span.ts';
import { withoutSpans } from '../telemetry/without-spans.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createClient } from './client.ts';

const read = { method: 'GET', path: '/things/:id', responses: { 200: Type.Object({ name: Type.String() }) } } as const;
const write = { method: 'POST', path: '/things', responses: { 200: Type.Object({}) } } as const;
const key = 'a key that nobody may see on a span';

const spans = recordSpans();
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
const heard: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer(async (request, response) => {
  const { method = '', url = '', headers } = request;
  heard.push({ method, url, headers, body: await text(request) });
  answer(request, response);
});

beforeEach(async () => {
  heard.length = 0;
  spans.clear();
  answer = (_, response) => json(response, 200, { name: 'drone' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function baseUrl(): string {
  const { port }: AddressInfo = Object(server.address());
  return `http://127.0.0.1:${port}`;
}

function client(options: { timeoutMs?: number; failuresToOpen?: number } = {}) {
  const { timeoutMs = 60_000, failuresToOpen = 5 } = options;
  return createClient({ baseUrl: baseUrl(), headers: { 'x-key': key }, timeoutMs, breaker: { failuresToOpen } });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

test('an answer that the contract does not know is none, for it comes from somebody else', async () => {
  answer = (_, response) => json(response, 200, { hello: 'I am another service' });
  const failure = { reason: 'status', status: 200, code: 'http.unexpected_answer' };
  assert.deepEqual(await client().call(read, { params: { id: 1 } }), { ok: false, failure });
  assert.equal(heard.length, 1);
});

test('calls with its headers and hands out the body', async () => {
  const result = await client().call(read, { params: { id: 7 }, query: { who: 'ada@example.com' } });
  assert.deepEqual(result, { ok: true, body: { name: 'drone' } });
  assert.deepEqual([heard[0]?.method, heard[0]?.url], ['GET', '/things/7?who=ada%40example.com']);
  assert.equal(heard[0]?.headers['x-key'], key);
});

test('sends JSON', async () => {
  await client().call(write, { body: { a: [1] } });
  assert.equal(heard[0]?.headers['content-type'], 'application/json');
  assert.equal(heard[0]?.body, '{"a":[1]}');
});

test('a call is a span of the trace that it is made in, and its receiver learns of it', async () => {
  await inBackgroundSpan('work', () => client().call(read, { params: { id: 7 }, query: { who: 'ada@example.com' } }));
  const [span, work] = spans.all();
  assert.ok(span && work);
  assert.deepEqual([span.name, span.kind], ['GET /things/:id', SpanKind.CLIENT]);
  assert.equal(span.parentSpanContext?.spanId, work.spanContext().spanId);
  const { traceId, spanId } = span.spanContext();
  assert.equal(heard[0]?.headers.traceparent, `00-${traceId}-${spanId}-01`);
  const { port } = new URL(baseUrl());
  assert.deepEqual(span.attributes, {
    'http.request.method': 'GET',
    'server.address': '127.0.0.1',
    'server.port': Number(port),
    'url.full': `${baseUrl()}/things/7`,
    'url.template': '/things/:id',
    'http.response.status_code': 200,
  });
  assert.equal(span.status.code, SpanStatusCode.UNSET);
  assert.ok(!JSON.stringify(spans.all().map(({ attributes }) => attributes)).includes(key));
});

test('where tracing is off a call makes no span', async () => {
  await withoutSpans(() => client().call(read, { params: { id: 7 } }));
  assert.deepEqual([spans.all().length, heard[0]?.headers.traceparent], [0, undefined]);
});

test('a refusal is told with its status and what its problem says', async () => {
  answer = (_, response) => json(response, 409, { code: 'things.taken', message: 'Somebody was quicker.' });
  const refused = { reason: 'status', status: 409, code: 'things.taken', message: 'Somebody was quicker.' };
  assert.deepEqual(await client().call(write, { body: {} }), { ok: false, failure: refused });
  const [span] = spans.all();
  assert.deepEqual([span?.attributes['error.type'], span?.attributes['octo.outcome']], ['409', 'things.taken']);
  assert.equal(span?.status.code, SpanStatusCode.ERROR);
});

test('that something does not exist is an answer, and no error', async () => {
  answer = (_, response) => json(response, 404, { code: 'things.not_found' });
  const missing = { reason: 'status', status: 404, code: 'things.not_found' };
  assert.deepEqual(await client().call(read, { params: { id: 7 } }), { ok: false, failure: missing });
  assert.equal(spans.all()[0]?.status.code, SpanStatusCode.UNSET);
});

const strangers: Record<string, [status: number, body: string]> = {
  'an error page': [502, '<html>Bad Gateway</html>'],
  'a problem whose code is no code': [500, '{"code":"ORA-00001: unique constraint (ada@example.com)"}'],
  'a problem without a code': [500, '{"code":5}'],
};

for (const [what, [status, body]] of Object.entries(strangers)) {
  test(`${what} has no code`, async () => {
    answer = (_, response) => response.writeHead(status).end(body);
    const result = await client().call(write, { body: {} });
    assert.deepEqual(result, { ok: false, failure: { reason: 'status', status, code: undefined } });
  });
}

test('is not led elsewhere with its key', async () => {
  answer = (_, response) => response.writeHead(307, { location: `${baseUrl()}/elsewhere` }).end();
  const result = await client().call(write, { body: {} });
  assert.deepEqual(result, { ok: false, failure: { reason: 'status', status: 307, code: undefined } });
  assert.equal(heard.length, 1);
});

test('an answer that does not come in time is given up', async () => {
  answer = () => undefined;
  const result = await client({ timeoutMs: 50 }).call(write, { body: {} });
  assert.deepEqual(result, { ok: false, failure: { reason: 'timed_out' } });
  assert.equal(spans.all()[0]?.attributes['error.type'], 'timed_out');
});

test('so is one that begins and does not end', async () => {
  answer = (_, response) => response.writeHead(200).write('{"name":');
  assert.deepEqual(await client({ timeoutMs: 100 }).call(write, { body: {} }), {
    ok: false,
    failure: { reason: 'timed_out' },
  });
});

const breaks: Record<string, Answer> = {
  'hangs up': (request) => request.socket.destroy(),
  'answers something else': (_, response) => response.writeHead(200).end('<html>Welcome</html>'),
};

for (const [what, how] of Object.entries(breaks)) {
  test(`a peer that ${what} is not reached`, async () => {
    answer = how;
    assert.deepEqual(await client().call(write, { body: {} }), { ok: false, failure: { reason: 'unreachable' } });
  });
}

test('a GET that did not get through is tried once more, and a POST never', async () => {
  for (const [endpoint, times] of [
    [read, 2],
    [write, 1],
  ] as const) {
    heard.length = 0;
    answer = (request, response) => {
      if (heard.length === 1) request.socket.destroy();
      else json(response, 200, { name: 'second' });
    };
    const { ok } = await client().call(endpoint, { params: { id: 7 } });
    assert.deepEqual([heard.length, ok], [times, times === 2]);
  }
});

test('what was refused is not asked again', async () => {
  for (const status of [400, 401, 404, 409, 500]) {
    heard.length = 0;
    answer = (_, response) => json(response, status, {});
    await client().call(read, { params: { id: 7 } });
    assert.equal(heard.length, 1, String(status));
  }
});

test('what is said of one call goes with it, beside what goes with every call', async () => {
  await client().call(write, { body: {}, headers: { 'x-behalf': 'somebody' } });
  await client().call(write, { body: {} });
  const sent = heard.map(({ headers }) => [headers['x-key'], headers['x-behalf']]);
  assert.deepEqual(sent, [
    [key, 'somebody'],
    [key, undefined],
  ]);
});

test('an answer that tells of what was asked does not open the circuit, whatever its status', async () => {
  const it = createClient({
    baseUrl: baseUrl(),
    headers: {},
    timeoutMs: 60_000,
    breaker: { failuresToOpen: 1 },
    outcomes: ['things.too_slow'],
  });
  answer = (_, response) => json(response, 504, { code: 'things.too_slow' });
  await it.call(write, { body: {} });
  assert.equal(it.circuit(), 'closed');
  answer = (_, response) => json(response, 504, { code: 'things.other' });
  await it.call(write, { body: {} });
  assert.equal(it.circuit(), 'open');
});

const troubles: Record<string, [how: Answer, isTrouble: boolean]> = {
  'connections cut': [(request) => request.socket.destroy(), true],
  'answers 500': [(_, response) => json(response, 500, {}), true],
  'answers 503': [(_, response) => json(response, 503, {}), true],
  'answers 404': [(_, response) => json(response, 404, {}), false],
  'answers 409': [(_, response) => json(response, 409, {}), false],
};

for (const [what, [how, isTrouble]] of Object.entries(troubles)) {
  test(`${what} ${isTrouble ? 'open' : 'do not open'} the circuit`, async () => {
    answer = how;
    const it = client({ failuresToOpen: 3 });
    for (let time = 0; time < 3; time += 1) await it.call(write, { body: {} });
    const heardBefore = heard.length;
    const result = await it.call(write, { body: {} });
    assert.equal(it.circuit() === 'open', isTrouble);
    assert.equal(heard.length, isTrouble ? heardBefore : heardBefore + 1);
    assert.equal(!result.ok && result.failure.reason === 'unavailable', isTrouble);
  });
}

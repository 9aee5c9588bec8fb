import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { createSender, type Delivery, type SenderOptions } from './sender.ts';

const body = Buffer.from('a body of protobuf');

interface Asked {
  headers: IncomingHttpHeaders;
  body: Buffer;
  port: number | undefined;
}

/** Sends the body as often as said to a server that gives these answers in turn. */
async function send(
  answers: ((response: ServerResponse) => void)[],
  options: Partial<SenderOptions> = {},
  { times = 1, isEnding = false } = {},
) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ headers: request.headers, body: Buffer.concat(chunks), port: request.socket.remotePort });
    answer?.(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: AddressInfo = Object(server.address());
  const receiver = { url: `http://127.0.0.1:${port}/v1/traces`, headers: { 'x-key': 'k' } };
  const sender = createSender(receiver, { timeoutMs: 5000, isCompressed: false, retryPauseMs: 1, ...options });
  if (isEnding) sender.hurry();
  const alive = setInterval(() => undefined, 1000);
  const deliveries: Delivery[] = [];
  for (let time = 0; time < times; time += 1) deliveries.push(await sender.send(body));
  clearInterval(alive);
  sender[Symbol.dispose]();
  server.closeAllConnections();
  server.close();
  const results = deliveries.map(({ result }) => result);
  return { results, rejected: deliveries.map((one) => one.rejected), asked };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end('why');

test('posts protobuf with the headers of the receiver, over a connection that stays', async () => {
  const { results, asked } = await send([status(200)], {}, { times: 3 });
  assert.deepEqual(results, ['sent', 'sent', 'sent']);
  assert.equal(new Set(asked.map(({ port }) => port)).size, 1);
  const [first] = asked;
  assert.ok(first?.body.equals(body));
  assert.deepEqual(
    ['content-type', 'content-length', 'x-key', 'content-encoding'].map((name) => first?.headers[name]),
    ['application/x-protobuf', String(body.length), 'k', undefined],
  );
});

test('packs the body when told to', async () => {
  const { asked } = await send([status(200)], { isCompressed: true });
  assert.equal(asked[0]?.headers['content-encoding'], 'gzip');
  assert.ok(gunzipSync(asked[0]?.body ?? '').equals(body));
});

for (const code of [429, 502, 503, 504])
  test(`${code} is tried again, five times in all`, async () => {
    const late = status(code, { 'retry-after': '0' });
    const passed = await send([late, late, late, late, status(200)]);
    assert.deepEqual([passed.results, passed.asked.length], [['sent'], 5]);
    const stays = await send([status(code)]);
    assert.deepEqual([stays.results, stays.asked.length], [[String(code)], 5]);
  });

test('when the process ends, what may pass is tried once more, and no more', async () => {
  const { results, asked } = await send([status(503)], {}, { isEnding: true });
  assert.deepEqual([results, asked.length], [['503'], 2]);
});

for (const code of [400, 401, 404, 413, 500])
  test(`${code} would come again, and is not tried again`, async () => {
    const { results, asked } = await send([status(code)]);
    assert.deepEqual([results, asked.length], [[String(code)], 1]);
  });

test('a receiver that hangs up is tried again', async () => {
  const { results, asked } = await send([(response) => void response.destroy(), status(200)]);
  assert.deepEqual([results, asked.length], [['sent'], 2]);
});

test('a receiver that never answers is given up', async () => {
  const { results, asked } = await send([() => undefined], { timeoutMs: 50 });
  assert.deepEqual([results, asked.length], [['timed_out'], 1]);
});

/** An ExportTraceServiceResponse that says how many spans were refused, and why. */
const partly = (rejected: number) => {
  const partialSuccess = [0x08, 0x80 | (rejected & 0x7f), rejected >> 7, 0x12, 3, ...Buffer.from('old')];
  return Buffer.from([0x0a, partialSuccess.length, ...partialSuccess]);
};
const answer = (content: Buffer, type = 'application/x-protobuf') => {
  return (response: ServerResponse) => void response.writeHead(200, { 'content-type': type }).end(content);
};

test('a receiver that refuses some of it says how many', async () => {
  const { results, rejected } = await send(
    [answer(partly(300)), answer(partly(0)), answer(Buffer.alloc(0))],
    {},
    { times: 3 },
  );
  assert.deepEqual(
    [results, rejected],
    [
      ['sent', 'sent', 'sent'],
      [300, 0, 0],
    ],
  );
});

for (const [name, content] of Object.entries({
  'ends in the middle': partly(300).subarray(0, 4),
  'says nothing of it': Buffer.from([0x12, 2, 0x08, 5]),
  'is no protobuf': Buffer.from('<html>thanks</html>'),
  'is far too long': Buffer.alloc(100_000, 0x0a),
}))
  test(`an answer that ${name} refuses nothing`, async () => {
    assert.deepEqual((await send([answer(content)])).rejected, [0]);
    assert.deepEqual((await send([answer(partly(300), 'text/html')])).rejected, [0]);
  });

test('nobody listens there', async () => {
  const receiver = { url: 'http://127.0.0.1:9/v1/traces', headers: {} };
  const sender = createSender(receiver, { timeoutMs: 5000, isCompressed: false, retryPauseMs: 1 });
  const alive = setInterval(() => undefined, 1000);
  assert.deepEqual(await sender.send(body), { result: 'ECONNREFUSED', rejected: 0 });
  clearInterval(alive);
});

test('what cannot be sent at all is told like any other failure', async () => {
  const receiver = { url: 'http://127.0.0.1:9/v1/traces', headers: { 'x-key': 'a\nb' } };
  const sender = createSender(receiver, { timeoutMs: 5000, isCompressed: false });
  assert.deepEqual(await sender.send(body), { result: 'ERR_INVALID_CHAR', rejected: 0 });
});

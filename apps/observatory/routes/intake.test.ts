import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { logsBody, newId, newTraceId, type SomeSpan, tracesBody } from '../testing/otlp-json.ts';
import { sdkSpan } from '../testing/sdk-spans.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());
const json = 'application/json';
const protobuf = 'application/x-protobuf';

function post(payload: Buffer | string, headers: Record<string, string>, url = '/v1/traces') {
  return t.app.inject({ method: 'POST', url, payload, headers });
}

function protobufOf(traceId: string): Buffer {
  const now: [number, number] = [Math.floor(Date.now() / 1000) - 1, 0];
  return Buffer.from(
    ProtobufTraceSerializer.serializeRequest([sdkSpan({ traceId, spanId: newId(8), name: 'sent', start: now })]) ?? [],
  );
}

async function isKept(traceId: string): Promise<boolean> {
  await t.observatory.queue.untilWritten();
  return (await t.app.inject(`/api/traces/${traceId}`)).statusCode === 200;
}

test('takes protobuf and JSON, as it is or in gzip, and answers in kind', async () => {
  const bodies: [string, (traceId: string) => Buffer][] = [
    [protobuf, protobufOf],
    [json, (traceId) => Buffer.from(JSON.stringify(tracesBody('a', [{ traceId }])))],
  ];
  for (const [type, bodyOf] of bodies)
    for (const encoding of ['identity', 'gzip']) {
      const traceId = newTraceId();
      const body = bodyOf(traceId);
      const headers = { 'content-type': `${type}; charset=utf-8`, 'content-encoding': encoding };
      const answer = await post(encoding === 'gzip' ? gzipSync(body) : body, headers);
      assert.equal(answer.statusCode, 200, answer.payload);
      assert.equal(answer.headers['content-type'], type);
      assert.equal(answer.payload, type === json ? '{}' : '');
      assert.equal(await isKept(traceId), true);
    }
});

test('an empty request of protobuf is a request', async () => {
  assert.equal((await post(Buffer.alloc(0), { 'content-type': protobuf })).statusCode, 200);
});

test('garbage is refused with a status of the protocol, in the format of the request', async () => {
  const refused = await post(Buffer.from([0xff, 0xff, 0xff, 1]), { 'content-type': protobuf });
  assert.equal(refused.statusCode, 400);
  assert.equal(refused.headers['content-type'], protobuf);
  // google.rpc.Status: its code, INVALID_ARGUMENT, in field 1; its message in field 2.
  assert.deepEqual([...refused.rawPayload.subarray(0, 3)], [8, 3, 0x12]);
  assert.match(refused.payload, /This is no OTLP request/);
  const cutOff = await post(protobufOf(newTraceId()).subarray(0, 40), { 'content-type': protobuf });
  assert.equal(cutOff.statusCode, 400);
  const inJson = await post('{"resourceSpans":7}', { 'content-type': json });
  assert.equal(inJson.statusCode, 400);
  assert.deepEqual(inJson.json(), { code: 3, message: 'This is no OTLP request: resourceSpans is no list.' });
  const noGzip = await post('{}', { 'content-type': json, 'content-encoding': 'gzip' });
  assert.equal(noGzip.statusCode, 400);
});

test('what a page could send without asking, and what nobody can read, is refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', ''])
    assert.equal((await post('{}', type === '' ? {} : { 'content-type': type })).statusCode, 415, type);
  const unknown = await post('{}', { 'content-type': json, 'content-encoding': 'br' });
  assert.equal(unknown.statusCode, 415);
  assert.equal(
    (await t.app.inject({ method: 'OPTIONS', url: '/v1/traces' })).headers['access-control-allow-origin'],
    undefined,
  );
});

test('a body of 50 MB is refused, and a gzip bomb before it is large', async () => {
  const large = await post(Buffer.alloc(50 * 1024 * 1024), { 'content-type': protobuf });
  assert.equal(large.statusCode, 413);
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  assert.ok(bomb.length < 512 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  const answer = await post(bomb, { 'content-type': protobuf, 'content-encoding': 'gzip' });
  assert.equal(answer.statusCode, 413);
  assert.ok(process.memoryUsage().arrayBuffers - before < 50 * 1024 * 1024);
});

test('a request of nothing but resources is refused before they take room', async () => {
  const empty = Buffer.alloc(4 * 1024 * 1024, Buffer.from([0x0a, 0]));
  const packed = { 'content-type': protobuf, 'content-encoding': 'gzip' };
  const refused = await post(gzipSync(empty), packed);
  assert.equal(refused.statusCode, 400);
  assert.match(refused.payload, /more than 10000 resources/);
  const inJson = await post(JSON.stringify({ resourceSpans: Array(10_001).fill({}) }), { 'content-type': json });
  assert.equal(inJson.statusCode, 400);
  assert.equal((await post(empty.subarray(0, 20_000), { 'content-type': protobuf })).statusCode, 200);
});

test('what is not believed is left out, counted and named; the rest goes in', async () => {
  const good = newTraceId();
  const day = 86_400_000;
  const faulty: SomeSpan[] = [
    { traceId: newTraceId(), startMs: Date.now() + day },
    { traceId: newTraceId(), startMs: 0 },
    { traceId: newTraceId(), durationMs: -5 },
    { traceId: newTraceId(), startMs: Date.now() - 800 * day, durationMs: 500 * day },
    { traceId: '0'.repeat(32) },
    { traceId: 'abc' },
    { traceId: newTraceId(), spanId: '0'.repeat(16) },
    { traceId: newTraceId(), parentSpanId: 'nobody' },
  ];
  const before = (await t.app.inject('/api/status')).json().refused;
  const body = JSON.stringify(tracesBody('a', [...faulty, { traceId: good }]));
  const { partialSuccess } = (await post(body, { 'content-type': json })).json();
  assert.equal(partialSuccess.rejectedSpans, String(faulty.length));
  assert.match(partialSuccess.errorMessage, /future/);
  assert.equal(await isKept(good), true);
  for (const { traceId } of faulty.slice(0, 4)) assert.equal(await isKept(traceId), false);
  assert.equal((await t.app.inject('/api/status')).json().refused, before + faulty.length);
  const late = JSON.stringify(logsBody('a', [{ body: 'soon', timeMs: Date.now() + day }]));
  const { partialSuccess: ofLogs } = (await post(late, { 'content-type': json }, '/v1/logs')).json();
  assert.equal(ofLogs.rejectedLogRecords, '1');
});

test('when more comes in than can be written, it says when to come again', async () => {
  await using busy = await createTestObservatory();
  const attributes = { long: 'x'.repeat(100_000) };
  const spans = Array.from({ length: 20 }, () => ({ traceId: newTraceId(), attributes }));
  const body = Buffer.from(JSON.stringify(tracesBody('a', spans)));
  // Nothing is written in between: all of them are sent in one turn.
  const headers = { 'content-type': json };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => busy.app.inject({ method: 'POST', url: '/v1/traces', payload: body, headers })),
  );
  const refused = answers.find(({ statusCode }) => statusCode === 429);
  assert.ok(refused, 'some are refused');
  assert.equal(refused.headers['retry-after'], '1');
  assert.equal(refused.json().code, 8);
  assert.ok(answers.some(({ statusCode }) => statusCode === 200));
  await busy.observatory.queue.untilWritten();
  const again = await busy.app.inject({ method: 'POST', url: '/v1/traces', payload: body, headers });
  assert.equal(again.statusCode, 200);
});

test('JSON has less room than protobuf, packed or not', async () => {
  const [text, bytes] = [' '.repeat(5 * 1024 * 1024), Buffer.alloc(5 * 1024 * 1024, Buffer.from([0x12, 0]))];
  for (const [type, body, status] of [
    [json, Buffer.from(`{}${text}`), 413],
    [protobuf, bytes, 200],
  ] as const) {
    assert.equal((await post(body, { 'content-type': type })).statusCode, status, type);
    const packed = await post(gzipSync(body), { 'content-type': type, 'content-encoding': 'gzip' });
    assert.equal(packed.statusCode, status, `${type}, packed`);
  }
});

test('attributes of a megabyte are cut and counted', async () => {
  const traceId = newTraceId();
  const cut = async () => (await t.app.inject('/api/status')).json().cut;
  const before = await cut();
  const attributes = { short: 'whole', long: 'x'.repeat(1024 * 1024) };
  await t.send('traces', tracesBody('a', [{ traceId, attributes }]));
  const [span] = (await t.app.inject(`/api/traces/${traceId}`)).json().spans;
  assert.deepEqual([span.attributes.short, span.attributes.long.length], ['whole', 8192]);
  assert.equal(await cut(), before + 1);
});

test('events of a time that cannot be, and links that lead nowhere, are left out and counted', async () => {
  const traceId = newTraceId();
  const link = { traceId: newTraceId(), spanId: newId(8) };
  const now = `${Date.now()}000000`;
  const times = [1e300, '99999999999999999999', '-5', now];
  const before = (await t.app.inject('/api/status')).json().cut;
  const span = {
    traceId,
    events: times.map((timeUnixNano) => ({ timeUnixNano, name: 'happened' })),
    links: [{ traceId: 'nowhere', spanId: 'x' }, link],
  };
  await t.send('traces', tracesBody('a', [span]));
  const [kept] = (await t.app.inject(`/api/traces/${traceId}`)).json().spans;
  assert.deepEqual(kept.events, [{ timeUnixNano: now, name: 'happened', attributes: {} }]);
  assert.deepEqual(kept.links, [{ ...link, attributes: {} }]);
  assert.equal((await t.app.inject('/api/status')).json().cut, before + 4);
});

test('a trace keeps so many spans and no more, and says how many there were', async () => {
  const traceId = newTraceId();
  for (let sent = 0; sent < 70_000; sent += 10_000)
    await t.send(
      'traces',
      tracesBody(
        'a',
        Array.from({ length: 10_000 }, () => ({ traceId })),
      ),
    );
  const { spanCount, spans } = (await t.app.inject(`/api/traces/${traceId}`)).json();
  assert.deepEqual([spanCount, spans.length], [65_536, 10_000]);
  assert.equal((await t.app.inject('/api/status')).json().dropped.traceFull, 70_000 - 65_536);
});

test('many large bodies at once wait their turn, and their room is given back', async () => {
  await using busy = await createTestObservatory();
  const url = await busy.app.listen({ port: 0, host: '127.0.0.1' });
  const body = Buffer.alloc(12 * 1024 * 1024, Buffer.from([0x12, 0]));
  const send = async () => {
    const answer = await fetch(`${url}/v1/traces`, { method: 'POST', body, headers: { 'content-type': protobuf } });
    await answer.arrayBuffer();
    return answer;
  };
  const answers = await Promise.all(Array.from({ length: 8 }, send));
  const refused = answers.find(({ status }) => status === 429);
  assert.ok(refused, 'some are refused');
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.ok(answers.some(({ status }) => status === 200));
  for (let again = 0; again < 6; again += 1) assert.equal((await send()).status, 200);
});

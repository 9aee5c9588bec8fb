import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browserIntakePaths } from '@octo/contracts/browser-telemetry.ts';
import type { TraceSpan, TraceSummary } from '@octo/contracts/observatory.ts';
import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { logsBody, newId, newTraceId, type SomeSpan, tracesBody } from '../testing/otlp-json.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const shop = 'http://localhost:8080';
const t = await createTestObservatory({ BROWSER_ORIGINS: `shop=${shop}, crm=https://crm.example.com` });
after(() => t[Symbol.asyncDispose]());
const url = browserIntakePaths.traces;

function send(spans: readonly SomeSpan[], headers: Record<string, string> = {}, service = 'octo-drone-shop') {
  return t.app.inject({
    method: 'POST',
    url,
    headers: { origin: shop, ...headers },
    payload: tracesBody(service, spans),
  });
}

async function spansOf(traceId: string): Promise<TraceSpan[]> {
  await t.observatory.queue.untilWritten();
  return (await t.app.inject(`/api/traces/${traceId}`)).json().spans ?? [];
}

test('a page of ours may ask and send, and nobody else', async () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const allowed = await t.app.inject({ method: 'OPTIONS', url, headers: { origin: shop, ...preflight } });
  assert.equal(allowed.statusCode, 204);
  assert.equal(allowed.headers['access-control-allow-origin'], shop);
  assert.equal(allowed.headers['access-control-allow-headers'], 'content-type');
  assert.equal(allowed.headers['access-control-allow-credentials'], undefined);
  const sent = await send([{ traceId: newTraceId() }], { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' });
  assert.equal(sent.statusCode, 200);
  assert.equal(sent.headers['access-control-allow-origin'], shop);
  for (const origin of ['http://localhost:9999', 'https://evil.example', 'null']) {
    const refused = await t.app.inject({ method: 'OPTIONS', url, headers: { origin, ...preflight } });
    expectProblem(refused, { status: 403, code: 'browser.foreign_origin', field: 'Origin' });
    assert.equal(refused.headers['access-control-allow-origin'], undefined);
    expectProblem(await send([], { origin }), { status: 403, code: 'browser.foreign_origin', field: 'Origin' });
  }
  const noOrigin = await t.app.inject({ method: 'POST', url, payload: {} });
  expectProblem(noOrigin, { status: 403, code: 'browser.foreign_origin', field: 'Origin' });
});

test('what it says is marked, under a name that it did not choose, without what it may not say', async () => {
  const traceId = newTraceId();
  const attributes = {
    'octo.page': '/shop?search=secret#mail@example.com',
    'octo.browser.control': 'mail@example.com',
    'url.path': '/shop',
    'session.id': 'maria',
    'http.response.status_code': 200,
    'enduser.email': 'mail@example.com',
    'url.full': 'http://localhost:8080/shop?search=secret',
    'user.id': 7,
  };
  await send([{ traceId, name: 'GET /shop?search=secret', attributes }]);
  const [span] = await spansOf(traceId);
  assert.ok(span);
  assert.deepEqual([span.service, span.isUntrusted, span.name], ['browser', true, 'GET /shop']);
  assert.deepEqual(span.attributes, {
    'octo.page': '/shop',
    'octo.browser.control': '…',
    'http.response.status_code': 200,
  });
  assert.deepEqual(span.resource, { 'service.name': 'browser', 'octo.app': 'shop', 'octo.browser.origin': shop });
  const { services } = (await t.app.inject('/api/services')).json();
  assert.deepEqual(services, [], 'and it is in no rate of a service');
});

test('it never takes the place of a span of ours', async () => {
  const [traceId, spanId] = [newTraceId(), newId(8)];
  await t.send('traces', tracesBody('octo-drone-shop', [{ traceId, spanId, name: 'GET /shop', kind: 2 }]));
  await send([{ traceId, spanId, name: 'made up', status: 2 }]);
  await send([{ traceId, name: 'made up as well', status: 2, startMs: Date.now() - 10 }]);
  assert.deepEqual(
    (await spansOf(traceId)).map(({ name, isUntrusted }) => [name, isUntrusted]),
    [
      ['GET /shop', false],
      ['made up as well', true],
    ],
  );
  const { traces } = (await t.app.inject('/api/traces')).json();
  assert.deepEqual(
    traces.map(({ name, spanCount, errorCount, services }: TraceSummary) => [name, spanCount, errorCount, services]),
    [['GET /shop', 1, 0, ['octo-drone-shop']]],
    'and no trace fails, grows or begins by what it says',
  );
  const alongside = (await t.app.inject('/api/traces?service=octo-drone-shop&alongside=browser')).json();
  assert.deepEqual(
    alongside.traces.map((trace: TraceSummary) => trace.traceId),
    [traceId],
    'but it is known that a browser took part',
  );
});

test('events are those that are known, with the same care', async () => {
  const log = (name: string, attributes = {}) => ({ body: name, attributes: { 'event.name': name, ...attributes } });
  const thrown = {
    'exception.message': 'mail@example.com is not iterable',
    'exception.stacktrace': 'at x (/a.js:1:2)',
  };
  const payload = logsBody('x', [log('add_to_cart'), log('browser.error', thrown), log('made_up')]);
  const answer = await t.app.inject({
    method: 'POST',
    url: browserIntakePaths.logs,
    headers: { origin: shop },
    payload,
  });
  assert.equal(answer.json().partialSuccess.rejectedLogRecords, '1');
  await t.observatory.queue.untilWritten();
  const { errors } = (await t.app.inject('/api/browser/errors')).json();
  assert.deepEqual(
    errors.map(({ app, message, stack }: BrowserError) => [app, message, stack]),
    [['shop', '… is not iterable', ['at x (/a.js:1:2)']]],
  );
  const logs = (await t.app.inject('/api/logs')).json();
  assert.deepEqual(logs.logs, [], 'and it is no line of a service');
});

test('few, small and recent is what it takes', async () => {
  const many = Array.from({ length: 60 }, () => ({ traceId: newTraceId() }));
  assert.equal((await send(many)).json().partialSuccess.rejectedSpans, '10');
  const old = await send([{ traceId: newTraceId(), startMs: Date.now() - 2 * 3_600_000 }]);
  assert.equal(old.json().partialSuccess.rejectedSpans, '1');
  const large = await send([{ traceId: newTraceId(), name: 'x'.repeat(70_000) }]);
  expectProblem(large, { status: 413, code: 'http.body_too_large', field: 'body' });
  const headers = { origin: shop, 'content-type': 'application/x-protobuf' };
  expectProblem(await t.app.inject({ method: 'POST', url, headers, payload: Buffer.alloc(4) }), {
    status: 415,
    code: 'http.content_type',
    field: 'body',
  });
  const garbage = { origin: shop, 'content-type': 'application/json' };
  expectProblem(await t.app.inject({ method: 'POST', url, headers: garbage, payload: '{' }), {
    status: 400,
    code: 'otlp.malformed',
    field: 'body',
  });
});

test('a page that is being left says it as plain text, and a large body counts as several', async () => {
  const spans = Array.from({ length: 40 }, () => ({ traceId: newTraceId(), name: 'x'.repeat(500) }));
  const payload = JSON.stringify(tracesBody('x', spans));
  assert.ok(payload.length > 16 * 1024);
  const headers = { origin: shop, 'content-type': 'text/plain;charset=UTF-8', 'x-forwarded-for': '10.9.0.1' };
  const statuses: number[] = [];
  for (let sent = 0; sent < 100; sent += 1)
    statuses.push((await t.app.inject({ method: 'POST', url, headers, payload })).statusCode);
  assert.equal(statuses[0], 200);
  assert.equal(statuses.indexOf(429), 120 / Math.ceil(payload.length / (16 * 1024)));
  t.pass(60_001);
});

test('one address has a share, all together have one too, and both come back', async () => {
  const from = (address: string) => send([], { 'x-forwarded-for': address });
  for (let sent = 0; sent < 120; sent += 1) assert.equal((await from('10.0.0.1')).statusCode, 200);
  const refused = await from('10.0.0.1');
  expectProblem(refused, { status: 429, code: 'browser.too_much' });
  assert.equal(refused.headers['access-control-allow-origin'], shop, 'the page can read why');
  assert.equal((await from('10.0.0.2')).statusCode, 200);
  for (let sent = 0; sent < 120; sent += 1) await from(`2001:db8:1:2::${sent.toString(16)}`);
  assert.equal((await from('2001:db8:1:2:ffff::1')).statusCode, 429, 'all addresses of a network are one');
  assert.equal((await from('2001:db8:1:3::1')).statusCode, 200);
  let statuses = new Set<number>();
  // As large as it may be, one counts as four.
  const payload = `{}${' '.repeat(63_000)}`;
  for (let sent = 0; sent < 750; sent += 1) {
    const headers = {
      origin: shop,
      'content-type': 'text/plain',
      'x-forwarded-for': `10.1.${sent >> 8}.${sent & 255}`,
    };
    statuses.add((await t.app.inject({ method: 'POST', url, headers, payload })).statusCode);
  }
  assert.deepEqual([...statuses].sort(), [200, 429]);
  t.pass(60_001);
  statuses = new Set([(await from('10.0.0.1')).statusCode]);
  assert.deepEqual([...statuses], [200]);
  const { notes } = (await t.app.inject('/api/status')).json();
  assert.ok(notes.some((note: string) => note.startsWith('Browsers sent more')));
});

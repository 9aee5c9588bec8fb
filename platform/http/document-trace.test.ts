import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createLogger } from '../telemetry/logger.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createApp } from './create-app.ts';

const spans = recordSpans();
const service = { name: 'test', namespace: 'octo', version: '1.0.0' };
const logger = createLogger(service, 'error', { write: () => {} });
const observatory = { kind: 'observatory', samplePercent: 100, traceOrigins: [], release: '1' } as const;
const rum = { ...observatory, url: 'https://observatory.example.com' };
const app = createApp({ logger, publicUrl: undefined, rum });
const silent = createApp({ logger, publicUrl: undefined });
for (const one of [app, silent]) {
  one.get('/orders/:number', async () => 'a page');
  after(() => one.close());
}
beforeEach(() => spans.clear());

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = '00f067aa0ba902b7';
const handed = `octo_trace=00-${traceId}-${spanId}-01`;
const document = { 'sec-fetch-dest': 'document', accept: 'text/html' };

async function parentOf(headers: Record<string, string>, asked = app): Promise<string | undefined> {
  await asked.inject({ url: '/orders/D-17', headers });
  const [span] = spans.all();
  return span?.spanContext().traceId === traceId ? span.parentSpanContext?.spanId : undefined;
}

test('a document goes on with the trace that the page before handed over', async () => {
  assert.equal(await parentOf({ ...document, cookie: `a=1; ${handed}; b=2` }), spanId);
});

test('a browser that does not say what it asks for says it by what it accepts', async () => {
  assert.equal(await parentOf({ accept: 'text/html,*/*', cookie: handed }), spanId);
  assert.equal(await parentOf({ accept: '*/*', cookie: handed }), spanId);
});

for (const [what, headers] of Object.entries({
  'a cookie that is none': { ...document, cookie: `octo_trace=00-${traceId}-${spanId}` },
  'a cookie with all zeros': { ...document, cookie: `octo_trace=00-${'0'.repeat(32)}-${spanId}-01` },
  'a cookie of another version': { ...document, cookie: `octo_trace=ff-${traceId}-${spanId}-01` },
  'another cookie that ends like it': { ...document, cookie: `not_${handed}` },
  'a call of a page': { 'sec-fetch-dest': 'empty', accept: 'text/html', cookie: handed },
  'a picture': { 'sec-fetch-dest': 'image', cookie: handed },
}))
  test(`${what} hands nothing over`, async () => {
    assert.equal(await parentOf(headers), undefined);
    assert.equal(spans.all().length, 1);
  });

test('a header goes before the cookie, whichever it is', async () => {
  const other = `octo_trace=00-${'a'.repeat(32)}-${spanId}-01`;
  assert.equal(await parentOf({ ...document, cookie: other, traceparent: `00-${traceId}-${spanId}-00` }), spanId);
  spans.clear();
  assert.equal(await parentOf({ ...document, cookie: other, b3: `${traceId}-${spanId}-1` }), spanId);
});

test('what a browser says of sampling decides nothing', async () => {
  assert.equal(await parentOf({ ...document, cookie: handed.replace(/01$/, '00') }), spanId);
  assert.equal(spans.all()[0]?.spanContext().traceFlags, 1);
});

test('a document is told its trace and which page it is, and nothing else is', async () => {
  const answer = await app.inject({ url: '/orders/D-17', headers: document });
  const span = spans.all()[0]?.spanContext();
  const traceparent = `00-${span?.traceId}-${span?.spanId}-01`;
  assert.equal(answer.headers['server-timing'], `traceparent;desc="${traceparent}", route;desc="/orders/:number"`);
  const { headers: nowhere } = await app.inject({ url: '/a"b', headers: document });
  assert.match(String(nowhere['server-timing']), /^traceparent;desc="[0-9a-f-]{55}"$/);
  const call = await app.inject({ url: '/orders/D-17', headers: { 'sec-fetch-dest': 'empty' } });
  assert.equal(call.headers['server-timing'], undefined);
});

test('without anybody to tell, no cookie is read and no answer tells', async () => {
  assert.equal(await parentOf({ ...document, cookie: handed }, silent), undefined);
  const { headers } = await silent.inject({ url: '/orders/D-17', headers: document });
  assert.equal(headers['server-timing'], undefined);
  assert.match(String(headers['content-security-policy']), /connect-src 'self';/);
});

test('the policy lets pages tell the one who is told, and nobody else', async () => {
  const { headers } = await app.inject({ url: '/orders/D-17', headers: document });
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /connect-src 'self' https:\/\/observatory\.example\.com;/);
  assert.match(policy, /script-src 'self';/);
});

test('the agent of OCI may be loaded and told, and reads no cookie', async () => {
  const agent = { kind: 'agent', publicKey: 'k', webApplication: 'w', serviceName: 's', traceOrigins: [] } as const;
  const endpoint = 'https://a.apm-agt.example.com/20200101';
  const other = createApp({ logger, publicUrl: undefined, rum: { ...agent, endpoint } });
  other.get('/orders/:number', async () => 'a page');
  assert.equal(await parentOf({ ...document, cookie: handed }, other), undefined);
  const { headers } = await other.inject({ url: '/orders/D-17', headers: document });
  const policy = String(headers['content-security-policy']);
  assert.match(policy, /script-src 'self' https:\/\/a\.apm-agt\.example\.com;/);
  assert.match(policy, /connect-src 'self' https:\/\/a\.apm-agt\.example\.com;/);
  await other.close();
});

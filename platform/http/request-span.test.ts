import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { SpanStatusCode } from '@opentelemetry/api';
import { createLogger } from '../telemetry/logger.ts';
import { recordSpans } from '../testing/record-spans.ts';
import { createApp } from './create-app.ts';

const spans = recordSpans();
const service = { name: 'test', namespace: 'octo', version: '1.0.0' };
const app = createApp({ logger: createLogger(service, 'debug', { write: () => undefined }), publicUrl: undefined });
app.get('/orders/:id', async () => ({ ok: true }));
app.post('/orders', async () => ({ ok: true }));
after(() => app.close());
beforeEach(() => spans.clear());

async function attributesOf(url: string, headers: Record<string, string> = {}) {
  await app.inject({ url, headers });
  return spans.all().at(-1)?.attributes ?? {};
}

test('the span of a request tells its path as asked for, without the query', async () => {
  assert.equal((await attributesOf('/orders/17?search=ada'))['url.path'], '/orders/17');
});

for (const typed of ['ada@example.com', 'ada%40example.com', 'Ada%20Buyer', 'x'.repeat(400)])
  test(`what is typed in the place of an id and is none is not told: ${typed.slice(0, 20)}`, async () => {
    assert.equal((await attributesOf(`/orders/${typed}`))['url.path'], '/orders/:id');
  });

test('a host is told when it is one', async () => {
  assert.equal(
    (await attributesOf('/orders/17', { host: 'shop.example.com:8080' }))['server.address'],
    'shop.example.com',
  );
  for (const host of ['ada@example.com', 'x'.repeat(300)])
    assert.equal((await attributesOf('/orders/17', { 'x-forwarded-host': host }))['server.address'], 'unknown');
});

for (const [what, code, headers, body] of [
  ['no JSON', 'http.body_malformed', { 'content-type': 'application/json' }, '{"text"'],
  ['too large', 'http.body_too_large', { 'content-type': 'application/json' }, 'x'.repeat(300_000)],
  ['of a type that nobody reads', 'http.content_type', { 'content-type': 'image/png' }, 'x'],
] as const)
  test(`a body that is ${what} is told on the span of its request, and makes it no error`, async () => {
    await app.inject({ method: 'POST', url: '/orders', headers, payload: body });
    const span = spans.all().at(-1);
    assert.deepEqual(
      [span?.attributes['octo.outcome'], span?.attributes['error.type'], span?.status.code],
      [code, undefined, SpanStatusCode.UNSET],
    );
  });

test('so is a method that an address does not take', async () => {
  await app.inject({ method: 'PATCH', url: '/orders' });
  const span = spans.all().at(-1);
  assert.deepEqual([span?.attributes['octo.outcome'], span?.status.code], ['http.method_not_allowed', 0]);
});

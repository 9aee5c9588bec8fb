import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PaymentRail } from '@octo/domains/payments';
import { SpanKind } from '@opentelemetry/api';
import { sql } from 'kysely';
import { startBackgroundWork } from '../apps/shop/background.ts';
import { spanNames, telemetryNames } from '../apps/shop/telemetry-names.ts';
import { createTestShop, type TestShop } from '../apps/shop/testing/test-shop.ts';
import { createLogger } from '../platform/telemetry/logger.ts';
import type { Place, SpanName } from '../platform/telemetry/names.ts';
import { withoutSpans } from '../platform/telemetry/without-spans.ts';
import { recordSpans } from '../platform/testing/record-spans.ts';

const spans = recordSpans();
const lines: Record<string, unknown>[] = [];
const logger = createLogger({ name: 'test', namespace: 'octo', version: '0.1.0' }, 'info', {
  write: (line) => void lines.push(JSON.parse(line)),
});
/** Breaks like a process that dies while the rail is asked, once. */
const rail: PaymentRail = {
  provider: 'fake',
  charge: async ({ orderId, token }) => {
    if (token === 'tok_processor_down') throw new Error('cut off');
    return token === 'tok_declined'
      ? { status: 'declined', declineCode: 'card_declined' }
      : { status: 'charged', reference: `fake-${orderId}` };
  },
  find: async (orderId) => ({ status: 'charged', reference: `fake-${orderId}` }),
  void: async () => ({ status: 'voided' }),
};
let shop: TestShop;

before(async () => {
  shop = await createTestShop({ env: { PAYMENT_TIMEOUT_MS: '100' }, overrides: { logger, rail } });
  await buy('session-of-the-accepted', 'tok_accepted', 200);
  await buy('session-of-the-declined', 'tok_declined', 402);
  await buy('session-of-the-cut-off', 'tok_processor_down', 503);
  assert.equal((await shop.app.inject('/nowhere')).statusCode, 404);
  await sweepUntilNothingIsPending();
  await withoutSpans(() => sql`revoke select on products from octo_shop`.execute(shop.owner));
  assert.equal((await shop.app.inject('/api/products')).statusCode, 500);
});
after(() => shop[Symbol.asyncDispose]());

test('every span is in the catalogue, under its kind', () => {
  const kinds = spans.all().map((span) => `${SpanKind[span.kind]} ${span.name}`);
  assert.deepEqual(
    kinds.filter((_, index) => spanNameAt(index) === undefined),
    [],
  );
});

test('a checkout makes every kind of span of the catalogue', () => {
  const seen = new Set(spans.all().map((_, index) => spanNameAt(index)?.name));
  assert.deepEqual(
    spanNames.map(({ name }) => name).filter((name) => !seen.has(name)),
    [],
  );
});

test('every span attribute is in the catalogue, for that kind of span', () => {
  const unknown = spans.all().flatMap((span, index) => {
    const place = spanNameAt(index)?.on;
    return place === undefined ? [] : Object.keys(span.attributes).filter((name) => !isKnown(name, place));
  });
  assert.deepEqual([...new Set(unknown)], []);
});

test('every resource attribute is in the catalogue', () => {
  const names = Object.keys(spans.all()[0]?.resource.attributes ?? {});
  assert.ok(names.includes('service.name'));
  assert.deepEqual(
    names.filter((name) => !isKnown(name, 'resource')),
    [],
  );
});

test('every field of a log line is in the catalogue, and lines hold their trace', () => {
  const names = new Set(lines.flatMap((line) => Object.keys(line)));
  assert.deepEqual(
    [...names].filter((name) => !isKnown(name, 'log line')),
    [],
  );
  for (const name of ['trace_id', 'oracleApmSpanId', 'request_id', 'error.code', 'order_id'])
    assert.ok(names.has(name), name);
});

test('the catalogue names nothing that a checkout, a failure and a sweep do not emit', () => {
  const emitted = new Set([
    ...spans.all().flatMap((span) => [...Object.keys(span.attributes), ...Object.keys(span.resource.attributes)]),
    ...lines.flatMap((line) => Object.keys(line)),
  ]);
  assert.deepEqual(
    telemetryNames.map(({ name }) => name).filter((name) => !emitted.has(name)),
    [],
  );
});

function spanNameAt(index: number): SpanName | undefined {
  const span = spans.all()[index];
  return spanNames.find(({ kind, pattern }) => span && kind === SpanKind[span.kind] && pattern.test(span.name));
}

function isKnown(name: string, place: Place): boolean {
  return telemetryNames.some((known) => known.name === name && known.on.includes(place));
}

async function buy(session_id: string, payment_token: string, status: number): Promise<void> {
  const add = await post('/api/cart/add', { product_id: 1, quantity: 1, session_id });
  assert.equal(add.statusCode, 200, add.body);
  const buyer = { customer_name: 'Ada', customer_email: 'ada@example.com', shipping_address: '1 Sky Road' };
  const answer = await post('/api/shop/checkout', {
    session_id,
    ...buyer,
    payment_method: 'credit_card',
    payment_token,
  });
  assert.equal(answer.statusCode, status, answer.body);
}

function post(url: string, payload: object) {
  return shop.app.inject({ method: 'POST', url, payload });
}

async function sweepUntilNothingIsPending(): Promise<void> {
  await using _work = startBackgroundWork(shop.shop);
  const pending = shop.owner.selectFrom('orders').select('id').where('status', '=', 'pending').limit(1);
  while ((await pending.execute()).length > 0) await sleep(50);
}

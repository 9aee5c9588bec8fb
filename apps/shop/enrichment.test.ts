import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { SpanKind } from '@opentelemetry/api';
import { sampleProducts } from './testing/catalogue.ts';
import { industry, startFakeCrm } from './testing/fake-crm.ts';
import { createTracedShop, spansBelow } from './testing/traced-shop.ts';

const crm = await startFakeCrm();
const t = await createTracedShop({ SERVICE_CRM_URL: crm.url });
after(async () => {
  await t[Symbol.asyncDispose]();
  await crm[Symbol.asyncDispose]();
});
const [product] = await sampleProducts(t.owner);
let buyers = 0;
let questions = 0;

beforeEach(() => {
  crm.mood = 'answers';
});

/** Somebody who never bought here before, with one unit in their cart: what they are told, and what it took. */
async function buy(change: { email?: string; token?: string; key?: string } = {}) {
  buyers += 1;
  const session_id = `unmistakable-session-${buyers}`;
  const line = { product_id: product.id, quantity: 1, session_id };
  await t.app.inject({ method: 'POST', url: '/api/cart/add', payload: line });
  t.spans.clear();
  t.lines.length = 0;
  const payload = {
    session_id,
    customer_name: 'Zoe Unmistakable',
    customer_email: change.email ?? `zoe.unmistakable${buyers}@example.com`,
    shipping_address: '77 Unmistakable Street',
    payment_method: 'credit_card',
    payment_token: change.token ?? 'tok_accepted',
  };
  const headers = change.key === undefined ? {} : { 'idempotency-key': change.key };
  const request = { method: 'POST', url: '/api/shop/checkout', payload, headers } as const;
  const answer = await t.app.inject(request);
  return { answer, repeat: () => t.app.inject(request) };
}

function placed(): Record<string, unknown>[] {
  return t.lines.filter(({ message }) => message === 'order placed');
}

async function linesOf(orders: number): Promise<Record<string, unknown>[]> {
  while (placed().length < orders) await sleep(5);
  return placed();
}

async function enrichment() {
  for (;;) {
    const span = t.spans.all().find(({ name }) => name === 'enrich order');
    if (span) return span;
    await sleep(5);
  }
}

test('who placed an order is noted after the buyer has their answer, in the trace of the order', async () => {
  crm.requests.length = 0;
  const { answer } = await buy();
  const { order_id, trace_id } = answer.json();
  const [line] = await linesOf(1);
  assert.deepEqual(
    [line?.order_id, line?.customer_segment, line?.trace_id, line?.severity],
    [order_id, 'key_account', trace_id, 'INFO'],
  );
  assert.deepEqual([line?.request_id, line?.workflow_id], [answer.headers['x-request-id'], 'checkout']);
  const span = await enrichment();
  const { attributes } = span;
  assert.deepEqual(attributes, {
    'octo.order.id': order_id,
    'octo.customer.segment': 'key_account',
    'octo.customer.industry': industry,
  });
  const server = t.spans.all().find(({ kind }) => kind === SpanKind.SERVER);
  assert.equal(span.spanContext().traceId, trace_id);
  assert.equal(span.parentSpanContext?.spanId, server?.spanContext().spanId);
});

test('the CRM is asked by id, with our key and in that trace, and no personal data is written anywhere', async () => {
  crm.requests.length = 0;
  const { answer } = await buy();
  await enrichment();
  const { customerId } = await t.owner
    .selectFrom('orders')
    .where('id', '=', answer.json().order_id)
    .select('customerId')
    .executeTakeFirstOrThrow();
  const [request, ...others] = crm.requests;
  assert.deepEqual(others, []);
  assert.equal(request?.url, `/api/integrations/customers/enrichment?customer_id=${customerId}`);
  assert.equal(request?.headers[internalKeyHeader], serviceKey);
  assert.equal(String(request?.headers.traceparent).split('-')[1], answer.json().trace_id);
  const written = JSON.stringify([t.lines, t.spans.all().map(({ name, attributes }) => [name, attributes])]);
  assert.doesNotMatch(written, /unmistakable/i);
});

test('somebody who orders again is known for a while', async () => {
  crm.requests.length = 0;
  await buy({ email: 'often.unmistakable@example.com' });
  await linesOf(1);
  await buy({ email: 'OFTEN.unmistakable@example.com' });
  const [line] = await linesOf(1);
  assert.equal(line?.customer_segment, 'key_account');
  assert.equal(crm.requests.length, 1);
});

/** What a checkout had to note is noted by now: its question went to the CRM before this one. */
async function afterAnythingNoted(): Promise<void> {
  questions += 1;
  await t.shop.profiles.get(1_000_000 + questions);
}

test('a declined card is no order, and a repeat is not another one', async () => {
  const declined = await buy({ token: 'tok_declined' });
  assert.equal(declined.answer.statusCode, 402);
  await afterAnythingNoted();
  assert.deepEqual(placed(), []);
  const first = await buy({ key: 'once' });
  await linesOf(1);
  assert.deepEqual((await first.repeat()).json(), first.answer.json());
  await afterAnythingNoted();
  assert.equal(placed().length, 1);
});

/** What a buyer can tell: the answer without what differs from order to order, and every verb and statement it took. */
async function experience() {
  const { answer } = await buy();
  const server = t.spans.all().find(({ kind }) => kind === SpanKind.SERVER);
  assert.ok(server);
  const path = spansBelow(server, t.spans.all()).map(({ name }) => name);
  const { order_id, order_number, session_id, trace_id, ...rest } = answer.json();
  const { statusCode, headers } = answer;
  assert.ok(order_id && order_number && session_id && trace_id);
  return { statusCode, rest, headers: Object.keys(headers).sort(), path: path.filter(isForTheBuyer) };
}

/** Not what follows on the answer; and ids are taken in blocks, by every so many buyers. */
function isForTheBuyer(name: string): boolean {
  return name !== 'enrich order' && name !== 'SELECT' && !name.includes('/api/integrations');
}

async function expectTheSame(expected: Awaited<ReturnType<typeof experience>>): Promise<void> {
  assert.equal(expected.statusCode, 200);
  assert.ok(expected.path.includes('INSERT orders'));
  assert.deepEqual(await experience(), expected);
}

for (const mood of ['fails', 'knows nobody'] as const) {
  test(`a CRM that ${mood} changes nothing for the buyer`, async () => {
    const expected = await experience();
    crm.mood = mood;
    await expectTheSame(expected);
    const [line] = await linesOf(1);
    assert.equal(line?.customer_segment, 'unknown');
  });
}

test('one that takes a request and never answers changes nothing either: the buyer has gone by then', async () => {
  const expected = await experience();
  crm.mood = 'hangs';
  crm.requests.length = 0;
  await expectTheSame(expected);
  while (crm.requests.length === 0) await sleep(5);
  assert.deepEqual(placed(), []);
  crm.mood = 'fails';
  crm.cut();
  const [line] = await linesOf(1);
  assert.equal(line?.customer_segment, 'unknown');
});

test('nor does one that is gone, which is soon not even asked any more', async () => {
  const expected = await experience();
  await crm[Symbol.asyncDispose]();
  for (let order = 0; order < 8; order += 1) {
    await expectTheSame(expected);
    const [line] = await linesOf(1);
    assert.equal(line?.customer_segment, 'unknown');
  }
  assert.equal(t.shop.profiles.isAway(), true);
});

import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Event, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { OrderPlaced } from '@octo/contracts/order-events.ts';
import type { OutboxDeliveriesTable } from '@octo/database/tables.ts';
import { withoutSpans } from '@octo/platform/telemetry/without-spans.ts';
import { openFakePeer, type PeerAnswer } from '@octo/platform/testing/fake-peer.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { SpanKind } from '@opentelemetry/api';
import type { Selectable } from 'kysely';
import { Value } from 'typebox/value';
import { startCrmDispatcher } from './dispatcher.ts';
import { sampleProducts, setStock } from './testing/catalogue.ts';
import { createTracedShop } from './testing/traced-shop.ts';

const applied: PeerAnswer = { status: 200, body: { status: 'applied' } };

const crm = await openFakePeer(() => applied);
const t = await createTracedShop({ SERVICE_CRM_URL: crm.url });
after(() => Promise.all([t, crm].map((each) => each[Symbol.asyncDispose]())));
const [product] = await sampleProducts(t.owner);
await setStock(t.owner, product.id, 1000);
let sessions = 0;

beforeEach(() => {
  crm.heard.length = 0;
  crm.answer((request) => (request.path.endsWith('/events') ? applied : { status: 404, body: {} }));
  t.spans.clear();
  t.lines.length = 0;
});

async function buy(): Promise<number> {
  sessions += 1;
  const session_id = `told-to-the-crm-${sessions}`;
  await t.app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: product.id, session_id } });
  const buyer = { customer_name: 'Ada', customer_email: 'ada@example.com', shipping_address: '1 Analytical Way' };
  const payload = { ...buyer, session_id, payment_method: 'credit_card' };
  const answer = await t.app.inject({ method: 'POST', url: '/api/shop/checkout', payload });
  assert.equal(answer.statusCode, 200, answer.payload);
  return answer.json().order_id;
}

type Delivery = Selectable<OutboxDeliveriesTable>;

/** The delivery of the news of an order, once it is as it should be. */
function untilDelivery(orderId: number, isSo: (delivery: Delivery) => boolean): Promise<Delivery> {
  const deliveries = t.owner
    .selectFrom('outboxDeliveries as d')
    .innerJoin('outbox as o', 'o.id', 'd.eventId')
    .where('o.orderId', '=', orderId)
    .selectAll('d');
  return withoutSpans(async () => {
    for (;;) {
      const delivery = await deliveries.executeTakeFirst();
      if (delivery && isSo(delivery)) return delivery;
      await sleep(10);
    }
  });
}

function isDelivered({ deliveredAt }: Delivery): boolean {
  return deliveredAt !== null;
}

function messages() {
  return crm.heard.filter(({ path }) => path === '/api/integrations/events');
}

function dispatch(): AsyncDisposable {
  const dispatcher = startCrmDispatcher(t.shop);
  assert.ok(dispatcher);
  return dispatcher;
}

test('the CRM is told of an order as the contract says, with our key', async () => {
  await using _ = dispatch();
  const orderId = await buy();
  await untilDelivery(orderId, isDelivered);
  const [message, ...others] = messages();
  assert.ok(message);
  assert.deepEqual(others, []);
  assert.ok(Value.Check(Event, message.body) && Value.Check(OrderPlaced, message.body.payload));
  assert.deepEqual([message.body.type, message.body.payload.order_id], ['order.placed', orderId]);
  assert.equal(message.headers[internalKeyHeader], serviceKey);
});

test('checkout, delivery and what the CRM makes of it are one trace', async () => {
  await using _ = dispatch();
  await untilDelivery(await buy(), isDelivered);
  const all = t.spans.all();
  const server = all.find(({ name }) => name === 'POST /api/shop/checkout');
  const deliver = all.find(({ name }) => name === 'deliver order.placed');
  const call = all.find(({ name, kind }) => kind === SpanKind.CLIENT && name === 'POST /api/integrations/events');
  assert.ok(server && deliver && call);
  assert.equal(deliver.parentSpanContext?.spanId, server.spanContext().spanId);
  assert.equal(call.parentSpanContext?.spanId, deliver.spanContext().spanId);
  const { traceId, spanId } = call.spanContext();
  assert.equal(traceId, server.spanContext().traceId);
  assert.equal(messages()[0]?.headers.traceparent, `00-${traceId}-${spanId}-01`);
  const roots = all.filter(({ parentSpanContext }) => parentSpanContext === undefined).map(({ name }) => name);
  assert.deepEqual(roots, ['POST /api/cart/add', 'POST /api/shop/checkout'], 'looking for work leaves no span');
});

test('an answer that got lost brings the same message again', async () => {
  crm.answer(() => (messages().length === 1 ? undefined : { status: 200, body: { status: 'duplicate' } }));
  await using _ = dispatch();
  const { attempts, failures, lastError } = await untilDelivery(await buy(), isDelivered);
  assert.deepEqual([attempts, failures, lastError], [2, 0, 'unreachable']);
  const [first, second, ...others] = messages();
  assert.deepEqual([second?.body, others], [first?.body, []]);
});

test('what the CRM refuses is given up at once, is told, and stops no other', async () => {
  const refused = await buy();
  crm.answer(({ body }) =>
    Object(body.payload).order_id === refused ? { status: 404, body: { code: 'orders.not_found' } } : applied,
  );
  await using _ = dispatch();
  const { attempts, lastError } = await untilDelivery(refused, ({ deadAt }) => deadAt !== null);
  assert.deepEqual([attempts, lastError], [1, 'orders.not_found']);
  await untilDelivery(await buy(), isDelivered);
  const line = t.lines.find(({ event_type: type }) => type === 'order.placed');
  assert.deepEqual([line?.severity, line?.['error.code']], ['WARN', 'orders.not_found']);
});

test('one that the CRM fails over is tried until it is given up, and the others arrive meanwhile', async () => {
  const poison = await buy();
  const others = [await buy(), await buy(), await buy()];
  crm.answer(({ body }) =>
    Object(body.payload).order_id === poison ? { status: 500, body: { code: 'internal' } } : applied,
  );
  await using _ = dispatch();
  for (const orderId of others) await untilDelivery(orderId, isDelivered);
  const { failures, deadAt } = await untilDelivery(poison, (delivery) => delivery.failures >= 2);
  assert.deepEqual([failures >= 2, deadAt], [true, null]);
  await t.owner.updateTable('outboxDeliveries').set({ discardedAt: new Date(), nextAttemptAt: null }).execute();
});

test('a wrong key loses no message', async () => {
  crm.answer(() => ({ status: 401, body: { code: 'http.internal_key' } }));
  await using _ = dispatch();
  const orderId = await buy();
  const { failures, deadAt, lastError } = await untilDelivery(orderId, ({ attempts }) => attempts >= 2);
  assert.deepEqual([failures, deadAt, lastError], [0, null, 'http.internal_key']);
  crm.answer(() => applied);
  await untilDelivery(orderId, isDelivered);
});

test('what the release before left without a delivery arrives, too', async () => {
  const orderId = await buy();
  await t.owner.deleteFrom('outboxDeliveries').where('deliveredAt', 'is', null).execute();
  await using _ = dispatch();
  await untilDelivery(orderId, isDelivered);
});

test('two replicas tell the CRM of each order once', async () => {
  const orders = [];
  for (let index = 0; index < 45; index += 1) orders.push(await buy());
  await using _one = dispatch();
  await using _other = dispatch();
  for (const orderId of orders) await untilDelivery(orderId, isDelivered);
  const told = messages().map(({ body }) => Object(body.payload).order_id);
  assert.deepEqual(told.toSorted(), orders.toSorted());
});

test('without an address of the CRM nothing is sent, which is said once', async () => {
  const config = { ...t.shop.config, crmUrl: undefined };
  assert.equal(startCrmDispatcher({ ...t.shop, config }), undefined);
  assert.equal(t.lines.filter(({ message }) => String(message).startsWith('SERVICE_CRM_URL is not set')).length, 1);
});

test('an outage costs the messages hardly an attempt, and all arrive after it', async () => {
  const orders = [];
  for (let index = 0; index < 30; index += 1) orders.push(await buy());
  crm.answer(() => undefined);
  await using _ = dispatch();
  // The first twenty find out; after that one at a time asks whether the CRM is back.
  while (messages().length < 22) await sleep(10);
  crm.answer(() => applied);
  for (const orderId of orders) await untilDelivery(orderId, isDelivered);
  const sent = messages().filter(({ body }) => Value.Check(Event, body));
  assert.ok(sent.length < 30 + 45, `${sent.length} attempts`);
});

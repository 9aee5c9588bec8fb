import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  getIntegrationSchema,
  internalEndpoints,
  internalKeyHeader,
  receiveEvent,
} from '@octo/contracts/integrations.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { serviceKey } from '@octo/platform/testing/service-process.ts';
import { sampleProducts, setStorefrontStatus } from '../testing/catalogue.ts';
import { createTestShop, type TestShop } from '../testing/test-shop.ts';

const previousKey = 'the key of last year, which is long enough';
const path = '/api/integrations/events';

let t: TestShop;
before(async () => {
  t = await createTestShop({ env: { INTERNAL_SERVICE_KEY_PREVIOUS: previousKey } });
});
after(() => t[Symbol.asyncDispose]());

let order: { id: number; number: string; total: number };
let sessions = 0;

/** One drone, paid by transfer, so that both messages can be about it; cancelled by the CRM if wished. */
beforeEach(async () => {
  const [product] = await sampleProducts(t.owner);
  sessions += 1;
  const session_id = `hears-of-the-crm-${sessions}`;
  await t.app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: product.id, session_id } });
  const buyer = { customer_name: 'Ada', customer_email: 'ada@example.com', shipping_address: '1 Analytical Way' };
  const payload = { ...buyer, session_id, payment_method: 'bank_transfer' };
  const { order_id, order_number, total } = (
    await t.app.inject({ method: 'POST', url: '/api/shop/checkout', payload })
  ).json();
  order = { id: order_id, number: order_number, total };
});

async function cancelInCrm(): Promise<void> {
  await t.owner.updateTable('orders').set({ status: 'cancelled' }).where('id', '=', order.id).execute();
}

function cancellation(payload: object = {}, event: object = {}) {
  const told = { order_id: order.id, order_number: order.number, reason: 'changed their mind', ...payload };
  return { id: uuidV7(), type: 'order.cancelled', created_at: new Date().toISOString(), payload: told, ...event };
}

function transfer(payload: object = {}) {
  const money = { amount: order.total, currency: 'USD', reference: 'SEPA-1', ...payload };
  const told = { order_id: order.id, order_number: order.number, ...money };
  return { id: uuidV7(), type: 'payment.received', created_at: new Date().toISOString(), payload: told };
}

function send(event: object | string, key: string | undefined = serviceKey) {
  const headers = { 'content-type': 'application/json', [internalKeyHeader]: key };
  return t.app.inject({ method: 'POST', url: path, headers, payload: event });
}

async function paymentStatus(): Promise<string | undefined> {
  const payments = t.owner.selectFrom('payments').where('orderId', '=', order.id);
  return (await payments.select('status').executeTakeFirst())?.status;
}

test('takes a message once; a repeat is a duplicate and changes nothing', async () => {
  await cancelInCrm();
  const event = cancellation();
  for (const status of ['applied', 'duplicate', 'duplicate'])
    assert.deepEqual(expectContract(receiveEvent, 200, await send(event)), { status });
  assert.equal(await paymentStatus(), 'failed');
  const story = t.owner.selectFrom('orderEvents').where('orderId', '=', order.id).select(['eventType', 'actor']);
  const closed = (await story.execute()).filter(({ eventType }) => eventType === 'payment.failed');
  assert.deepEqual(closed, [{ eventType: 'payment.failed', actor: 'service:crm' }]);
});

test('books a transfer that arrived', async () => {
  assert.deepEqual((await send(transfer())).json(), { status: 'applied' });
  assert.equal(await paymentStatus(), 'paid');
});

test('the key of before is good while it is being changed', async () => {
  assert.equal((await send(transfer(), previousKey)).statusCode, 200);
});

for (const [what, headers] of Object.entries({
  'no key': {},
  'an empty key': { [internalKeyHeader]: '' },
  'a wrong key': { [internalKeyHeader]: 'a key that nobody knows, which is long enough' },
  'half a key': { [internalKeyHeader]: serviceKey.slice(0, 20) },
  'two keys': { [internalKeyHeader]: `${serviceKey}, ${serviceKey}` },
})) {
  test(`${what} opens nothing, whatever comes with it`, async () => {
    const refused = { status: 401, code: 'http.internal_key', field: internalKeyHeader };
    const bodies = [JSON.stringify(transfer()), '{"half":', 'x'.repeat(300_000)];
    for (const payload of bodies) {
      const json = { 'content-type': 'application/json', ...headers };
      expectProblem(await t.app.inject({ method: 'POST', url: path, headers: json, payload }), refused);
    }
    expectProblem(await t.app.inject({ url: '/api/integrations/schema', headers }), refused);
    assert.equal(await paymentStatus(), 'pending');
  });
}

const malformed: Record<string, [event: () => object, field: string]> = {
  'an id that is none': [() => ({ ...transfer(), id: '17' }), 'id'],
  'no type': [() => ({ ...transfer(), type: undefined }), 'type'],
  'no instant': [() => ({ ...transfer(), created_at: 'yesterday' }), 'created_at'],
  'no payload': [() => ({ ...transfer(), payload: undefined }), 'payload'],
  'a payload that is text': [() => ({ ...transfer(), payload: '{}' }), 'payload'],
  'no order': [() => transfer({ order_id: undefined }), 'payload.order_id'],
  'an order that is none': [() => cancellation({ order_id: 1.5 }), 'payload.order_id'],
  'no reason': [() => cancellation({ reason: ' ' }), 'payload.reason'],
  'no reference': [() => transfer({ reference: '' }), 'payload.reference'],
  'an amount in text': [() => transfer({ amount: '12.00' }), 'payload.amount'],
  'an amount of three places': [() => transfer({ amount: 12.345 }), 'payload.amount'],
  'text that no database keeps': [() => cancellation({ reason: 'a\u0000b' }), 'reason'],
  'half a character': [() => transfer({ reference: '\ud800' }), 'reference'],
};

for (const [what, [event, field]] of Object.entries(malformed)) {
  test(`refuses ${what}, and blames it`, async () => {
    expectProblem(await send(event()), { status: 400, code: 'http.invalid', field });
    assert.equal(await paymentStatus(), 'pending');
  });
}

test('refuses what is nested without end', async () => {
  const { payload: _, ...event } = transfer();
  const depth = 50_000;
  const endless = JSON.stringify(event).replace('}', `,"payload":${'['.repeat(depth)}${']'.repeat(depth)}}`);
  const answer = await send(endless);
  assert.deepEqual([answer.statusCode, answer.json().code], [400, 'http.invalid']);
});

test('a message that is for another service, or for none, is refused', async () => {
  for (const type of ['order.placed', 'order.praised', 'constructor'])
    expectProblem(await send({ ...transfer(), type }), {
      status: 400,
      code: 'messaging.unknown_type',
      field: 'type',
    });
});

test('an order that does not exist is told as such', async () => {
  const unknown = { status: 404, code: 'orders.not_found', field: 'order_id' };
  expectProblem(await send(cancellation({ order_id: 999_999_999 })), unknown);
  expectProblem(await send(transfer({ order_id: 999_999_999 })), unknown);
});

test('what contradicts the order is refused, and may come again when it does not', async () => {
  const event = cancellation();
  expectProblem(await send(event), { status: 409, code: 'orders.not_cancelled', field: 'order_id' });
  await cancelInCrm();
  assert.deepEqual((await send(event)).json(), { status: 'applied' });
  const wrong = { status: 409, code: 'orders.not_this_transfer', field: 'amount' };
  expectProblem(await send(transfer({ amount: order.total + 1 })), wrong);
});

test('a known message with other content is refused and recorded as an attack', async () => {
  const event = transfer();
  await send(event);
  const forged = { ...event, payload: { ...event.payload, reference: 'SEPA-2' } };
  expectProblem(await send(forged), { status: 409, code: 'messaging.content_changed', field: 'id' });
  const alarms = await t.owner
    .selectFrom('securityEvents')
    .where('attackType', '=', 'message_tampering')
    .selectAll()
    .execute();
  assert.equal(alarms.length, 1);
  assert.deepEqual([alarms[0]?.severity, alarms[0]?.sourceIp], ['high', '127.0.0.1']);
  assert.ok(!alarms[0]?.details?.includes('SEPA'));
});

test('so is one with content that makes no sense, or that is about another order', async () => {
  await t.owner.deleteFrom('securityEvents').execute();
  await cancelInCrm();
  const event = cancellation();
  await send(event);
  const forged = [{ payload: {} }, { payload: { ...event.payload, order_id: 999_999_999 } }, { type: 'order.praised' }];
  for (const change of forged) {
    const changed = { status: 409, code: 'messaging.content_changed', field: 'id' };
    expectProblem(await send({ ...event, ...change }), changed);
  }
  const alarms = await t.owner.selectFrom('securityEvents').select('attackType').execute();
  assert.deepEqual(
    alarms.map(({ attackType }) => attackType),
    forged.map(() => 'message_tampering'),
  );
});

test('a closed shop hears its messages all the same', async () => {
  await setStorefrontStatus(t, 'inactive');
  try {
    assert.deepEqual((await send(transfer())).json(), { status: 'applied' });
    expectProblem(await send(transfer(), 'wrong'), {
      status: 401,
      code: 'http.internal_key',
      field: internalKeyHeader,
    });
  } finally {
    await setStorefrontStatus(t, 'active');
  }
});

test('says what it takes and what it sends', async () => {
  const headers = { [internalKeyHeader]: serviceKey };
  const schema = expectContract(
    getIntegrationSchema,
    200,
    await t.app.inject({ url: '/api/integrations/schema', headers }),
  );
  assert.equal(schema.openapi, '3.1.0');
  const paths = internalEndpoints.shop.map((endpoint) => endpoint.path);
  assert.deepEqual(Object.keys(schema.paths), paths);
  const taken = schema.paths['/api/integrations/events'].post.requestBody.content['application/json'].schema.anyOf;
  const types = taken.map((message: { properties: { type: { const: string } } }) => message.properties.type.const);
  assert.deepEqual(types, ['order.cancelled', 'payment.received']);
  assert.deepEqual(taken[0].properties.payload.required, ['order_id', 'order_number', 'reason']);
  assert.deepEqual(Object.keys(schema.webhooks), ['order.placed']);
  assert.equal(schema.components.securitySchemes.internalKey.name, internalKeyHeader);
});

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
import { addPlacedOrder } from '../testing/placed-order.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

const path = '/api/integrations/events';
const previousKey = 'the key of last year, which is long enough';

let t: TestCrm;
let orderId: number;
before(async () => {
  t = await createTestCrm({ env: { INTERNAL_SERVICE_KEY_PREVIOUS: previousKey } });
});
after(() => t[Symbol.asyncDispose]());
beforeEach(async () => {
  orderId = await addPlacedOrder(t.owner, { total: '499.90' });
});

function news(payload: object = {}, event: object = {}) {
  const told = {
    order_id: orderId,
    order_number: `OCTO-${orderId}`,
    customer_id: 1,
    payment_method: 'credit_card',
    currency: 'USD',
    total: 499.9,
    items: [{ product_id: 1, quantity: 1, unit_price: 499.9 }],
    ...payload,
  };
  return { id: uuidV7(), type: 'order.placed', created_at: new Date().toISOString(), payload: told, ...event };
}

function send(event: object | string, key = serviceKey) {
  const headers = { 'content-type': 'application/json', [internalKeyHeader]: key };
  return t.app.inject({ method: 'POST', url: path, headers, payload: event });
}

/** How often the order was accepted, billed and begun. */
async function effects() {
  const count = async (table: 'orderAcceptances' | 'invoices' | 'fulfilments') =>
    (await t.owner.selectFrom(table).where('orderId', '=', orderId).select('orderId').execute()).length;
  return [await count('orderAcceptances'), await count('invoices'), await count('fulfilments')];
}

test('takes an order once; a repeat is a duplicate and changes nothing', async () => {
  const event = news();
  for (const status of ['applied', 'duplicate', 'duplicate'])
    assert.deepEqual(expectContract(receiveEvent, 200, await send(event)), { status });
  assert.deepEqual(await effects(), [1, 1, 1]);
});

test('of many who bring one message at once, one has an effect', async () => {
  const event = news();
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(event)));
  const statuses = answers.map((answer) => answer.json().status);
  assert.deepEqual(statuses.toSorted(), ['applied', ...Array.from({ length: 7 }, () => 'duplicate')]);
  assert.deepEqual(await effects(), [1, 1, 1]);
});

test('what a newer shop tells beside is no hindrance', async () => {
  assert.deepEqual((await send(news({ gift_wrap: true }))).json(), { status: 'applied' });
});

test('two keys are good while one is being changed', async () => {
  assert.equal((await send(news(), previousKey)).statusCode, 200);
});

test('without the key nothing is read, whatever it is', async () => {
  const refused = { status: 401, code: 'http.internal_key', field: internalKeyHeader };
  for (const payload of [JSON.stringify(news()), '{"half":', 'x'.repeat(300_000)])
    for (const headers of [{}, { [internalKeyHeader]: `${serviceKey}x` }]) {
      const json = { 'content-type': 'application/json', ...headers };
      expectProblem(await t.app.inject({ method: 'POST', url: path, headers: json, payload }), refused);
    }
  expectProblem(await t.app.inject('/api/integrations/schema'), refused);
  assert.deepEqual(await effects(), [0, 0, 0]);
});

const malformed: Record<string, [event: () => object, field: string]> = {
  'an id that is none': [() => news({}, { id: '17' }), 'id'],
  'no payload': [() => news({}, { payload: undefined }), 'payload'],
  'no order': [() => news({ order_id: undefined }), 'payload.order_id'],
  'a method that is none': [() => news({ payment_method: 'shells' }), 'payload.payment_method'],
  'a line that is none': [() => news({ items: [{ product_id: 1, quantity: 1 }] }), 'payload.items.0.unit_price'],
};

for (const [what, [event, field]] of Object.entries(malformed)) {
  test(`refuses ${what}, and blames it`, async () => {
    expectProblem(await send(event()), { status: 400, code: 'http.invalid', field });
    assert.deepEqual(await effects(), [0, 0, 0]);
  });
}

test('a message that is for another service, or for none, is refused', async () => {
  for (const type of ['order.cancelled', 'payment.received', 'order.praised', 'toString'])
    expectProblem(await send(news({}, { type })), { status: 400, code: 'messaging.unknown_type', field: 'type' });
});

test('an order that does not exist is told as such', async () => {
  const unknown = { status: 404, code: 'orders.not_found', field: 'order_id' };
  expectProblem(await send(news({ order_id: 999_999_999 })), unknown);
});

test('a message that contradicts its order is refused and not received', async () => {
  const event = news({ total: 1 });
  expectProblem(await send(event), { status: 409, code: 'fulfilment.contradicts_order', field: 'total' });
  assert.deepEqual(await effects(), [0, 0, 0]);
  const received = t.owner.selectFrom('inbox').where('eventId', '=', event.id).selectAll();
  assert.deepEqual(await received.execute(), []);
});

const forgeries: Record<string, (event: ReturnType<typeof news>) => object> = {
  'another total': (event) => ({ ...event, payload: { ...event.payload, total: 1 } }),
  'a total that is none': (event) => ({ ...event, payload: { ...event.payload, total: 'free' } }),
  'nothing in it': (event) => ({ ...event, payload: {} }),
  'another type': (event) => ({ ...event, type: 'order.praised' }),
};

for (const [what, forge] of Object.entries(forgeries)) {
  test(`a known message that comes again with ${what} is refused and recorded as an attack`, async () => {
    await t.owner.deleteFrom('securityEvents').execute();
    const event = news();
    await send(event);
    expectProblem(await send(forge(event)), { status: 409, code: 'messaging.content_changed', field: 'id' });
    assert.deepEqual(await effects(), [1, 1, 1]);
    const alarms = t.owner.selectFrom('securityEvents').where('attackType', '=', 'message_tampering').selectAll();
    const [alarm, ...others] = await alarms.execute();
    assert.deepEqual([alarm?.severity, alarm?.endpoint, others], ['high', path, []]);
    assert.ok(alarm?.details?.includes(event.id));
  });
}

test('says what it takes, what it serves and what it sends', async () => {
  const headers = { [internalKeyHeader]: serviceKey };
  const answer = await t.app.inject({ url: '/api/integrations/schema', headers });
  const schema = expectContract(getIntegrationSchema, 200, answer);
  assert.equal(schema.openapi, '3.1.0');
  const paths = internalEndpoints.crm.map((endpoint) => endpoint.path);
  assert.deepEqual(Object.keys(schema.paths), paths);
  const asked = schema.paths['/api/integrations/customers/enrichment'].get.parameters;
  assert.deepEqual(
    asked.map(({ name, required }: { name: string; required: boolean }) => [name, required]),
    [
      ['email', false],
      ['customer_id', false],
    ],
  );
  assert.deepEqual(Object.keys(schema.webhooks), ['order.cancelled', 'payment.received']);
  const message = schema.webhooks['payment.received'].post.requestBody.content['application/json'].schema;
  assert.equal(message.properties.type.const, 'payment.received');
  assert.deepEqual(Object.keys(message.properties.payload.properties), [
    'order_id',
    'order_number',
    'amount',
    'currency',
    'reference',
  ]);
});

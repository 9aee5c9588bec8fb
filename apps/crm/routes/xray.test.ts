import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getTraceStory, getXray } from '@octo/contracts/crm/xray.ts';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { recordSpans } from '@octo/platform/testing/record-spans.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
import { signedInAs } from '../testing/sign-in.ts';
import { createTestCrm } from '../testing/test-crm.ts';

const checkoutTrace = '0af7651916cd43dd8448eb211c80319c';
/** So that requests have traces. */
recordSpans();
const t = await createTestCrm();
after(() => t[Symbol.asyncDispose]());
const boss = await signedInAs(t, 'admin');
const operator = await signedInAs(t, 'support');
const viewer = await signedInAs(t, 'viewer');
const orderId = await addPlacedOrder(t.owner);
const eventId = await addNews(t.owner, orderId, { deliveredAt: new Date(), attempts: 2 });

const look = (path: string, as = boss) => as.get(`/api/observability/xray/${path}`);
const read = async (path: string, as = boss) => expectContract(getXray, 200, await look(path, as));

test('an order is told with its money, its checkout, what was done since and how its news travelled', async () => {
  const moved = await boss.patch(`/api/orders/${orderId}/status`, { status: 'on_hold', reason: 'to be looked at' });
  assert.equal(moved.statusCode, 200, moved.payload);
  await t.owner.insertInto('inbox').values(receiptOf(eventId)).execute();
  const story = await read(`order/${orderId}`);
  assert.deepEqual([story.title, story.path], [`OCTO-${orderId}`, `/orders/${orderId}`]);
  assert.deepEqual(
    story.money.map(({ label, amount }: { label: string; amount: number }) => [label, amount]),
    [
      ['Total', 499.9],
      ['Paid', 499.9],
      ['Refunded', 0],
      ['Invoiced', 499.9],
    ],
  );
  assert.equal(story.open_trace_id, checkoutTrace);
  const done = story.traces.map(({ steps }: { steps: { name: string }[] }) => steps.map(({ name }) => name));
  assert.deepEqual(done, [['order.opened'], ['order.on_hold', 'orders.status']]);
  assert.deepEqual(
    story.untraced.map(({ name }: { name: string }) => name),
    ['order.placed', 'order.placed'],
  );
  assert.deepEqual([story.deliveries[0].attempts, story.deliveries[0].received_at], [2, received.toISOString()]);
  assert.equal(story.audit[0].action, 'orders.status');
});

const received = new Date('2026-01-02T03:04:05.000Z');
function receiptOf(id: string) {
  return { eventId: id, consumer: 'crm', eventType: 'order.placed', payloadHash: 'a'.repeat(64), receivedAt: received };
}

test('a line, the invoice, the customer and the message of an order are told, too', async () => {
  const line = await read(`line/${orderId}.1`);
  assert.deepEqual([line.title, line.money[1].amount, line.open_trace_id], ['Drone', 499.9, checkoutTrace]);
  const billed = await read(`invoice/${orderId}`);
  assert.deepEqual([billed.title, billed.money[0].amount], [`INV-${orderId}`, 499.9]);
  const customer = await read('customer/1');
  assert.ok(customer.traces.some(({ trace_id }: { trace_id: string }) => trace_id === checkoutTrace));
  assert.doesNotMatch(JSON.stringify(customer), /@/);
  assert.ok(customer.traces.every(({ steps }: { steps: { name: string }[] }) => steps[0]?.name === 'order.opened'));
  const message = await read(`delivery/${eventId}.crm`);
  assert.deepEqual([message.title, message.path], ['order.placed', `/orders/${orderId}`]);
});

test('an invoice that was paid and is void now is told as paid, and what was given back with it', async () => {
  const cancelled = await addPlacedOrder(t.owner, { customerId: 2 });
  const move = (status: string) => boss.patch(`/api/orders/${cancelled}/status`, { status, reason: 'not wanted' });
  assert.equal((await move('accepted')).statusCode, 200);
  assert.equal((await move('cancelled')).statusCode, 200);
  await t.owner.updateTable('payments').set({ status: 'refunded' }).where('orderId', '=', cancelled).execute();
  const { about, money } = await read(`invoice/${cancelled}`);
  assert.match(about, /, void$/);
  assert.deepEqual(
    money.map(({ label, amount }: { label: string; amount: number }) => [label, amount]),
    [
      ['Amount', 499.9],
      ['Paid', 499.9],
      ['Refunded', 499.9],
    ],
  );
});

test('a product, its movement and the entry of the audit lead to the trace of the correction', async () => {
  const corrected = await boss.post('/api/products/1/stock-movements', { delta: 2, reason: 'found two' });
  const traceId = corrected.headers['x-trace-id'];
  const product = await read('product/1');
  assert.equal(product.open_trace_id, traceId);
  const [movement] = product.movements;
  assert.equal((await read(`movement/${movement.id}`)).open_trace_id, traceId);
  assert.equal((await read(`audit/${product.audit[0].id}`)).open_trace_id, traceId);
  const told = await read('product/1', operator);
  assert.deepEqual([told.audit[0].action, told.audit[0].ip_address], ['products.stock', null]);
});

test('a trace by itself has no record, and no other name than its id', async () => {
  const traceId = 'b'.repeat(32);
  const story = await read(`trace/${traceId}`);
  assert.deepEqual([story.open_trace_id, story.traces[0].trace_id, story.audit], [traceId, traceId, []]);
});

test('who may not read the audit is shown none of it', async () => {
  assert.equal((await read(`order/${orderId}`, operator)).audit, null);
  expectProblem(await look(`audit/${uuidV7()}`, operator), { status: 403, code: 'identity.not_allowed' });
  const story = await operator.get(`/api/observability/traces/${checkoutTrace}`);
  assert.equal(expectContract(getTraceStory, 200, story).trail, null);
});

test('who is no operator sees nothing of it', async () => {
  expectProblem(await look(`order/${orderId}`, viewer), { status: 403, code: 'identity.not_allowed' });
  expectProblem(await viewer.get(`/api/observability/traces/${checkoutTrace}`), {
    status: 403,
    code: 'identity.not_allowed',
  });
});

const wrongIds = ['order/0', 'order/x', 'line/1', 'line/1.2.3', 'movement/1', 'delivery/1.crm', 'trace/abc'];
for (const path of wrongIds)
  test(`${path} is no id of its kind`, async () => {
    expectProblem(await look(path), { status: 400, code: 'xray.id_invalid', field: 'id' });
  });

test('a kind that there is not is refused', async () => {
  expectProblem(await look('planet/1'), { status: 400, code: /./, field: 'kind' });
});

for (const path of [
  'order/999999999',
  `line/${orderId}.2`,
  'invoice/999999999',
  'product/999999999',
  'customer/999999999',
  `movement/${uuidV7()}`,
  `audit/${uuidV7()}`,
  `delivery/${uuidV7()}.crm`,
])
  test(`${path} is not found`, async () => {
    expectProblem(await look(path), {
      status: 404,
      code: /_?not_found$/,
      field: /^(order|invoice)/.test(path) ? 'id' : undefined,
    });
  });

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OrderDetail, type OrderRow, orderStatuses } from '@octo/contracts/crm/order.ts';
import { getOrder, listOrders } from '@octo/contracts/crm/orders.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addNews, addPlacedOrder } from '../testing/placed-order.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

let t: TestCrm;
let viewer: StaffClient;
before(async () => {
  t = await createTestCrm();
  viewer = await signedInAs(t, 'viewer');
});
after(() => t[Symbol.asyncDispose]());

async function list(query: string): Promise<{ orders: OrderRow[]; next?: string }> {
  return expectContract(listOrders, 200, await viewer.get(`/api/orders?${query}`));
}

async function read(id: number): Promise<OrderDetail> {
  return expectContract(getOrder, 200, await viewer.get(`/api/orders/${id}`));
}

test('lists the newest orders first, and page by page every one of them', async () => {
  const { total } = await t.owner
    .selectFrom('orders')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ids: number[] = [];
  const times: string[] = [];
  let after = '';
  do {
    const page = await list(`limit=50${after}`);
    ids.push(...page.orders.map(({ id }) => id));
    times.push(...page.orders.map(({ created_at }) => created_at));
    after = page.next === undefined ? '' : `&after=${page.next}`;
  } while (after !== '');
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
  assert.deepEqual(times, times.toSorted().reverse());
});

test('searches number, name and e-mail, with filters and in every order', async () => {
  const id = await addPlacedOrder(t.owner, { status: 'on_hold' });
  for (const search of [`octo-${id}`, `ADA${id}@`, 'ada%20buyer'])
    assert.deepEqual(
      (await list(`search=${search}&status=on_hold&payment_status=paid&customer_id=1`)).orders[0]?.id,
      id,
    );
  assert.deepEqual((await list(`search=${id}&status=placed`)).orders, []);
  const dear = (await list('sort_by=total_desc&limit=200')).orders.map(({ total }) => total);
  assert.deepEqual(
    dear,
    dear.toSorted((a, b) => b - a),
  );
  assert.equal((await list('sort_by=oldest&limit=1&offset=1')).orders.length, 1);
});

const badQueries: Record<string, [query: string, field: string, code?: string]> = {
  'no rows at all': ['limit=0', 'limit'],
  'too many rows': ['limit=1000', 'limit'],
  'rows that are no number': ['limit=ten', 'limit'],
  'an offset beyond what is sensible': ['offset=10001', 'offset'],
  'a status that is none': ['status=lost', 'status'],
  'a payment status that is none': ['payment_status=free', 'payment_status'],
  'an order that is none': ['sort_by=colour', 'sort_by'],
  'a customer that is no number': ['customer_id=ada', 'customer_id'],
  'a search without end': [`search=${'a'.repeat(101)}`, 'search'],
  'a cursor of another alphabet': ['after=%2B%2F', 'after'],
  'a cursor that somebody made up': ['after=abc', 'after', 'paging.cursor_invalid'],
};

for (const [what, [query, field, code = 'http.invalid']] of Object.entries(badQueries)) {
  test(`refuses ${what}`, async () => {
    expectProblem(await viewer.get(`/api/orders?${query}`), { status: 400, code, field });
  });
}

test('a cursor of one order is refused in another', async () => {
  const { next } = await list('limit=1');
  const answer = await viewer.get(`/api/orders?sort_by=total&after=${next}`);
  expectProblem(answer, { status: 400, code: 'paging.cursor_invalid', field: 'after' });
});

test('every role may read orders, and nobody without a session', async () => {
  const id = await addPlacedOrder(t.owner);
  for (const role of ['admin', 'manager', 'support'] as const) {
    const person = await signedInAs(t, role);
    expectContract(listOrders, 200, await person.get('/api/orders'));
    expectContract(getOrder, 200, await person.get(`/api/orders/${id}`));
  }
  for (const url of ['/api/orders', `/api/orders/${id}`, '/api/orders?limit=0'])
    expectProblem(await t.app.inject(url), { status: 401, code: 'identity.not_signed_in' });
});

test('an order that does not exist is not found, and an id that is none refused', async () => {
  expectProblem(await viewer.get('/api/orders/999999999'), { status: 404, code: 'orders.not_found', field: 'id' });
  for (const id of ['0', 'abc', '1.5', '-1'])
    expectProblem(await viewer.get(`/api/orders/${id}`), { status: 400, code: 'http.invalid', field: 'id' });
});

test('shows an order of every status there is, with sums that add up', async () => {
  for (const status of orderStatuses) {
    const seeded = (await list(`status=${status}&limit=1`)).orders[0]?.id;
    const order = await read(seeded ?? (await addPlacedOrder(t.owner, { status })));
    assert.equal(order.status, status);
    assert.ok(order.items.length > 0 && order.events.length > 0);
    assert.equal(order.total, order.subtotal - order.discount + order.shipping_cost);
    assert.equal(order.payment.amount, order.total);
    assert.equal(order.sync.acceptances, order.acceptance === null ? 0 : 1);
    assert.equal(order.sync.accepted_at, order.acceptance?.accepted_at ?? null);
  }
});

test('an order from before there were messages is accepted without any', async () => {
  const [seeded] = (await list('status=delivered&limit=1')).orders;
  const order = await read(seeded?.id ?? 0);
  assert.equal(order.trace_id, null);
  assert.deepEqual(order.deliveries, []);
  assert.deepEqual([order.sync.status, order.sync.deliveries, order.sync.acceptances], ['accepted', 0, 1]);
  assert.deepEqual(order.next_statuses, []);
  assert.equal(order.fulfilment?.status, 'delivered');
  assert.deepEqual(order.fulfilment?.next_steps, []);
  assert.equal(order.invoice?.amount, order.total);
});

test('an order on its way shows how often it was sent, and where it may be moved', async () => {
  const id = await addPlacedOrder(t.owner);
  const eventId = await addNews(t.owner, id, { attempts: 3, lastError: 'timed_out' });
  const order = await read(id);
  assert.deepEqual(order.sync, { status: 'pending', accepted_at: null, deliveries: 3, acceptances: 0 });
  assert.deepEqual(
    order.deliveries.map(({ event_id, consumer, state, attempts, last_error, order_id }) => {
      return { event_id, consumer, state, attempts, last_error, order_id };
    }),
    [{ event_id: eventId, consumer: 'crm', state: 'retrying', attempts: 3, last_error: 'timed_out', order_id: id }],
  );
  assert.deepEqual(order.next_statuses, ['accepted', 'on_hold', 'cancelled']);
  assert.deepEqual([order.acceptance, order.fulfilment, order.invoice], [null, null, null]);
  assert.equal(order.trace_id, '0af7651916cd43dd8448eb211c80319c');
});

test('news that was given up failed, until somebody has it sent again', async () => {
  const id = await addPlacedOrder(t.owner);
  const deadAt = new Date(Date.now() - 60_000);
  await addNews(t.owner, id, { attempts: 8, deadAt, lastError: 'http.invalid' });
  assert.equal((await read(id)).sync.status, 'failed');
  const ofOrder = t.owner.selectFrom('outbox').where('orderId', '=', id).select('id');
  await t.owner
    .updateTable('outboxDeliveries')
    .set({ retryRequestedAt: new Date() })
    .where('eventId', 'in', ofOrder)
    .execute();
  assert.equal((await read(id)).sync.status, 'pending');
});

test('people are named in the story of an order, services as they are', async () => {
  const id = await addPlacedOrder(t.owner, { status: 'on_hold' });
  const event = { orderId: id, eventType: 'order.on_hold', fromStatus: 'placed', toStatus: 'on_hold' } as const;
  const acceptance = { orderId: id, decision: 'on_hold', anomalies: '["large_total"]' } as const;
  const now = new Date();
  const { ids } = t.crm.serviceContext('test');
  for (const actor of [`user:${viewer.userId}`, 'service:crm', 'user:999999999']) {
    const createdAt = new Date(now.getTime() + 1);
    await t.owner
      .insertInto('orderEvents')
      .values({ id: ids.event(), ...event, actor, createdAt })
      .execute();
  }
  await t.owner
    .insertInto('orderAcceptances')
    .values({ ...acceptance, decidedBy: `user:${viewer.userId}`, createdAt: now, updatedAt: now })
    .execute();
  const order = await read(id);
  assert.deepEqual(
    order.events.map(({ actor }) => actor),
    ['guest', viewer.username, 'service:crm', 'user:999999999'],
  );
  assert.equal(order.acceptance?.decided_by, viewer.username);
  assert.equal(order.acceptance?.anomalies[0]?.code, 'large_total');
  assert.deepEqual([order.sync.status, order.sync.accepted_at], ['accepted', now.toISOString()]);
});

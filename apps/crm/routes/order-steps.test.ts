import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { advanceFulfilment, changeOrderStatus, getOrder, recordPayment } from '@octo/contracts/crm/orders.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { addPlacedOrder } from '../testing/placed-order.ts';
import { type StaffClient, signedInAs } from '../testing/sign-in.ts';
import { createTestCrm, type TestCrm } from '../testing/test-crm.ts';

let t: TestCrm;
let admin: StaffClient;
let support: StaffClient;
before(async () => {
  t = await createTestCrm();
  admin = await signedInAs(t, 'admin');
  support = await signedInAs(t, 'support');
});
after(() => t[Symbol.asyncDispose]());

function setStatus(person: StaffClient, id: number, status: string, more: object = {}) {
  return person.patch(`/api/orders/${id}/status`, { status, ...more });
}

async function accepted(): Promise<number> {
  const id = await addPlacedOrder(t.owner);
  expectContract(changeOrderStatus, 200, await setStatus(support, id, 'accepted'));
  return id;
}

/** One of the orders in the seed that wait for a transfer; each test takes its own. */
async function waitingForTransfer(): Promise<number> {
  const { id } = await t.owner
    .selectFrom('orders as o')
    .innerJoin('orderAcceptances as a', 'a.orderId', 'o.id')
    .innerJoin('invoices as i', 'i.orderId', 'o.id')
    .where('o.status', '=', 'on_hold')
    .where('i.status', '=', 'issued')
    .where('a.anomalies', 'is', null)
    .orderBy('o.id')
    .select('o.id')
    .executeTakeFirstOrThrow();
  return id;
}

async function read(id: number): Promise<OrderDetail> {
  return expectContract(getOrder, 200, await support.get(`/api/orders/${id}`));
}

test('an order is accepted, and the answer is the order as it is then', async () => {
  const id = await addPlacedOrder(t.owner);
  const order: OrderDetail = expectContract(changeOrderStatus, 200, await setStatus(support, id, 'accepted'));
  assert.deepEqual(order, await read(id));
  assert.deepEqual([order.status, order.version], ['accepted', 2]);
  assert.deepEqual([order.acceptance?.decision, order.acceptance?.decided_by], ['accepted', support.username]);
  assert.deepEqual([order.fulfilment?.status, order.fulfilment?.next_steps], ['queued', ['picking']]);
  assert.deepEqual([order.invoice?.invoice_number, order.invoice?.status], [`INV-${id}`, 'paid']);
  assert.deepEqual(order.next_statuses, ['on_hold', 'fulfilling', 'cancelled']);
  assert.equal(order.events.at(-1)?.actor, support.username);
  assert.equal(order.sync.acceptances, 1);
});

test('an order is held with a reason, and its work rests until the hold ends', async () => {
  const id = await accepted();
  const reason = 'The address is wrong';
  const held: OrderDetail = expectContract(changeOrderStatus, 200, await setStatus(support, id, 'on_hold', { reason }));
  assert.deepEqual([held.acceptance?.reason, held.events.at(-1)?.details], [reason, reason]);
  assert.deepEqual([held.fulfilment?.status, held.fulfilment?.next_steps], ['queued', []]);
  const resting = await support.patch(`/api/orders/${id}/fulfilment`, { status: 'picking' });
  expectProblem(resting, { status: 409, code: 'orders.step_refused', field: 'status' });
  const freed: OrderDetail = expectContract(changeOrderStatus, 200, await setStatus(support, id, 'accepted'));
  assert.deepEqual(freed.fulfilment?.next_steps, ['picking']);
  assert.equal(freed.fulfilment?.workflow_id, held.fulfilment?.workflow_id);
});

test('a fulfilment is moved step by step, until nothing is left to do', async () => {
  const id = await accepted();
  const seen: unknown[] = [];
  for (const status of ['picking', 'packed', 'shipped', 'delivered']) {
    const answer = await support.patch(`/api/orders/${id}/fulfilment`, { status });
    const order: OrderDetail = expectContract(advanceFulfilment, 200, answer);
    seen.push([order.fulfilment?.status, order.status, order.fulfilment?.next_steps]);
  }
  assert.deepEqual(seen, [
    ['picking', 'fulfilling', ['packed']],
    ['packed', 'fulfilling', ['shipped']],
    ['shipped', 'shipped', ['delivered']],
    ['delivered', 'delivered', []],
  ]);
});

test('an order is cancelled with its invoice, its work and the news for the shop', async () => {
  const id = await accepted();
  const reason = 'The buyer called';
  const order: OrderDetail = expectContract(
    changeOrderStatus,
    200,
    await setStatus(admin, id, 'cancelled', { reason, version: 2 }),
  );
  assert.deepEqual([order.status, order.invoice?.status, order.fulfilment?.status], ['cancelled', 'void', 'cancelled']);
  assert.deepEqual(order.next_statuses, []);
  assert.deepEqual(
    order.deliveries.map(({ event_type, consumer, state }) => [event_type, consumer, state]),
    [['order.cancelled', 'shop', 'waiting']],
  );
});

test('a transfer is noted once; the order goes on, and the shop is told', async () => {
  const id = await waitingForTransfer();
  const reference = 'SEPA 2026-0042';
  const answer = await admin.post(`/api/orders/${id}/payment`, { reference });
  const order: OrderDetail = expectContract(recordPayment, 200, answer);
  assert.deepEqual([order.status, order.invoice?.status, order.fulfilment?.status], ['accepted', 'paid', 'queued']);
  assert.equal(order.payment.status, 'pending');
  assert.ok(order.events.some(({ event_type, details }) => event_type === 'payment.recorded' && details === reference));
  assert.ok(
    order.deliveries.some(({ event_type, consumer }) => event_type === 'payment.received' && consumer === 'shop'),
  );
  const again = await admin.post(`/api/orders/${id}/payment`, { reference });
  expectProblem(again, { status: 409, code: 'invoices.not_open' });
});

test('a step that does not exist, and one on an order that changed meanwhile, are refused', async () => {
  const id = await accepted();
  const skipped = await setStatus(support, id, 'delivered');
  expectProblem(skipped, { status: 409, code: 'orders.step_refused', field: 'status' });
  assert.match(skipped.json().message, /accepted and cannot become delivered.*on hold, fulfilling or cancelled/);
  const stale = await setStatus(support, id, 'fulfilling', { version: 1 });
  expectProblem(stale, { status: 409, code: 'orders.stale', field: 'version' });
  const twice = await support.patch(`/api/orders/${id}/fulfilment`, { status: 'packed' });
  expectProblem(twice, { status: 409, code: 'orders.step_refused', field: 'status' });
  const byCard = await admin.post(`/api/orders/${id}/payment`, { reference: 'SEPA 1' });
  expectProblem(byCard, { status: 409, code: 'fulfilment.no_transfer_expected' });
  assert.equal((await read(id)).version, 2);
});

test('a program may hold and cancel without a reason', async () => {
  const id = await accepted();
  for (const status of ['on_hold', 'cancelled']) {
    const answer = await setStatus(admin, id, status);
    assert.equal(answer.statusCode, 200, answer.payload);
    assert.equal(answer.json().status, status);
  }
});

const bad: { what: string; path: string; body: object; field: string | undefined }[] = [
  { what: 'no status', path: 'status', body: {}, field: 'status' },
  { what: 'a status that only the shop sets', path: 'status', body: { status: 'placed' }, field: 'status' },
  { what: 'a status that is none', path: 'status', body: { status: 'lost' }, field: 'status' },
  { what: 'an empty reason', path: 'status', body: { status: 'on_hold', reason: ' ' }, field: 'reason' },
  { what: 'an endless reason', path: 'status', body: { status: 'on_hold', reason: 'a'.repeat(501) }, field: 'reason' },
  { what: 'a version that is none', path: 'status', body: { status: 'accepted', version: 0 }, field: 'version' },
  { what: 'a step that is none', path: 'fulfilment', body: { status: 'queued' }, field: 'status' },
  { what: 'a step too far', path: 'fulfilment', body: { status: 'cancelled' }, field: 'status' },
  { what: 'no reference', path: 'payment', body: {}, field: 'reference' },
  { what: 'an endless reference', path: 'payment', body: { reference: 'a'.repeat(101) }, field: 'reference' },
];

function call(person: StaffClient, id: number | string, path: string, body: object) {
  const url = `/api/orders/${id}/${path}`;
  return path === 'payment' ? person.post(url, body) : person.patch(url, body);
}

for (const { what, path, body, field } of bad) {
  test(`refuses ${what} for ${path}`, async () => {
    const id = await addPlacedOrder(t.owner);
    expectProblem(await call(admin, id, path, body), { status: 400, code: 'http.invalid', field });
    assert.equal((await read(id)).version, 1);
  });
}

const steps: { path: string; body: object }[] = [
  { path: 'status', body: { status: 'accepted' } },
  { path: 'status', body: { status: 'cancelled', reason: 'The buyer called' } },
  { path: 'fulfilment', body: { status: 'picking' } },
  { path: 'payment', body: { reference: 'SEPA 1' } },
];

for (const { path, body } of steps) {
  test(`${path} ${JSON.stringify(body)} needs an order that exists, and a session`, async () => {
    expectProblem(await call(admin, 999_999_999, path, body), {
      status: 404,
      code: 'orders.not_found',
      field: 'order_id',
    });
    expectProblem(await call(admin, 'abc', path, body), { status: 400, code: 'http.invalid', field: 'id' });
    const method = path === 'payment' ? 'POST' : 'PATCH';
    const answer = await t.app.inject({ method, url: `/api/orders/1/${path}`, payload: body });
    expectProblem(answer, { status: 401, code: 'identity.not_signed_in' });
  });
}

test('a viewer moves nothing; support neither cancels nor notes a payment; a manager does all', async () => {
  const viewer = await signedInAs(t, 'viewer');
  const manager = await signedInAs(t, 'manager');
  const id = await accepted();
  const refused: [StaffClient, string, object][] = [
    ...steps.map(({ path, body }): [StaffClient, string, object] => [viewer, path, body]),
    [support, 'status', { status: 'cancelled', reason: 'The buyer called' }],
    [support, 'payment', { reference: 'SEPA 1' }],
  ];
  for (const [person, path, body] of refused) {
    expectProblem(await call(person, id, path, body), { status: 403, code: 'identity.not_allowed' });
  }
  assert.equal((await read(id)).version, 2);
  const waiting = await waitingForTransfer();
  expectContract(recordPayment, 200, await call(manager, waiting, 'payment', { reference: 'SEPA 2' }));
  expectContract(advanceFulfilment, 200, await call(manager, id, 'fulfilment', { status: 'picking' }));
  const reason = 'The buyer called';
  expectContract(changeOrderStatus, 200, await setStatus(manager, id, 'cancelled', { reason }));
});

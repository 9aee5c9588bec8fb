import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { OperatorStatus } from '@octo/contracts/crm/order.ts';
import { openOrder } from '../orders/index.ts';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { bringOrder, type PlacedOrderDetails, placeOrder } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { changeOrderStatus } from './change-order-status.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;
const reason = 'The buyer called';

async function accepted(...further: OperatorStatus[]): Promise<number> {
  const placed = await placeOrder(shop);
  await bringOrder(shop, placed);
  for (const to of further) await change(placed.orderId, to);
  return placed.orderId;
}

async function onHold(details: PlacedOrderDetails = { paymentMethod: 'bank_transfer' }): Promise<number> {
  const placed = await placeOrder(shop, details);
  await bringOrder(shop, placed);
  return placed.orderId;
}

function change(orderId: number, to: OperatorStatus) {
  return changeOrderStatus(crm, { orderId, to, reason });
}

function stepRefusal(message: string): (error: unknown) => boolean {
  const isRefused = refusal('Conflict', 'orders.step_refused', 'status');
  return (error) => isRefused(error) && error instanceof Error && error.message === message;
}

test('a placed order accepted by hand is taken as by its message, and the operator has decided', async () => {
  const { orderId } = await placeOrder(shop, { quantity: 60 });
  const order = await changeOrderStatus(crm, { orderId, to: 'accepted' });
  assert.equal(order.status, 'accepted');
  const { acceptances, invoices, fulfilments } = await bookOf(owner, orderId);
  const [acceptance] = acceptances;
  assert.deepEqual([acceptance?.decidedBy, acceptance?.eventId, acceptance?.reason], ['user:7', null, null]);
  assert.equal(acceptance?.anomalies, '["bulk_quantity"]');
  assert.deepEqual([invoices[0]?.invoiceNumber, invoices[0]?.status], [`INV-${orderId}`, 'paid']);
  assert.equal(fulfilments[0]?.status, 'queued');
  await assertOrderIsSound(owner, orderId);
});

test('a placed order held by hand is billed, and waits for the operator alone', async () => {
  const { orderId } = await placeOrder(shop);
  await change(orderId, 'on_hold');
  const { acceptances, fulfilments } = await bookOf(owner, orderId);
  assert.deepEqual([acceptances[0]?.decision, acceptances[0]?.reason], ['on_hold', reason]);
  assert.deepEqual(fulfilments, []);
  await assertOrderIsSound(owner, orderId);
});

test('a hold that ends starts the fulfilment, and the acceptance says who ended it', async () => {
  const orderId = await onHold();
  await changeOrderStatus(crm, { orderId, to: 'accepted', reason: 'A customer of many years' });
  const { acceptances, fulfilments, invoices } = await bookOf(owner, orderId);
  const [acceptance, ...others] = acceptances;
  assert.deepEqual(others, []);
  assert.deepEqual([acceptance?.decision, acceptance?.decidedBy], ['accepted', 'user:7']);
  assert.equal(acceptance?.reason, 'A customer of many years');
  assert.equal(fulfilments.length, 1);
  assert.equal(invoices[0]?.status, 'issued');
  await assertOrderIsSound(owner, orderId);
});

test('an accepted order that is held keeps its fulfilment, and goes on with the same one', async () => {
  const orderId = await accepted();
  const [before] = (await bookOf(owner, orderId)).fulfilments;
  await change(orderId, 'on_hold');
  assert.deepEqual((await bookOf(owner, orderId)).fulfilments, [before]);
  await assertOrderIsSound(owner, orderId);
  await changeOrderStatus(crm, { orderId, to: 'accepted' });
  const book = await bookOf(owner, orderId);
  assert.deepEqual(book.fulfilments, [before]);
  assert.deepEqual([book.acceptances[0]?.decision, book.acceptances[0]?.reason], ['accepted', null]);
  await assertOrderIsSound(owner, orderId);
});

test('the fulfilment goes with an order that is moved along by hand', async () => {
  const orderId = await accepted();
  const seen: unknown[] = [];
  for (const to of ['fulfilling', 'shipped', 'delivered'] as const) {
    await changeOrderStatus(crm, { orderId, to });
    const [fulfilment] = (await bookOf(owner, orderId)).fulfilments;
    seen.push([fulfilment?.status, fulfilment?.completedAt !== null]);
    await assertOrderIsSound(owner, orderId);
  }
  assert.deepEqual(seen, [
    ['picking', false],
    ['shipped', false],
    ['delivered', true],
  ]);
});

const cancellations: {
  name: string;
  make: () => Promise<number>;
  fulfilment?: string;
  invoice?: string;
  decision: string;
}[] = [
  { name: 'placed', make: async () => (await placeOrder(shop)).orderId, decision: 'rejected' },
  { name: 'accepted', make: () => accepted(), fulfilment: 'cancelled', invoice: 'void', decision: 'accepted' },
  { name: 'on hold', make: () => onHold(), invoice: 'void', decision: 'rejected' },
  {
    name: 'on hold with work done on it',
    make: () => accepted('on_hold'),
    fulfilment: 'cancelled',
    invoice: 'void',
    decision: 'rejected',
  },
  {
    name: 'fulfilling',
    make: () => accepted('fulfilling'),
    fulfilment: 'cancelled',
    invoice: 'void',
    decision: 'accepted',
  },
];

for (const { name, make, fulfilment, invoice, decision } of cancellations) {
  test(`an order that is ${name} is cancelled with its work and its invoice, and the shop is told why`, async () => {
    const orderId = await make();
    const cancelled = await change(orderId, 'cancelled');
    const { acceptances, fulfilments, invoices, messages } = await bookOf(owner, orderId);
    assert.equal(cancelled.status, 'cancelled');
    assert.deepEqual([fulfilments[0]?.status, invoices[0]?.status], [fulfilment, invoice]);
    assert.equal(acceptances[0]?.decision, decision);
    assert.deepEqual(
      messages.map((message) => [message.eventType, JSON.parse(message.payload)]),
      [['order.cancelled', { order_id: orderId, order_number: `OCTO-${orderId}`, reason }]],
    );
    await assertOrderIsSound(owner, orderId);
  });
}

test('each step is told with who did it and why, in the story and in the audit', async () => {
  const orderId = await accepted();
  const caller = { ...crm, actor: { ...crm.actor, id: 'user:9', address: '192.0.2.7' } };
  await changeOrderStatus(caller, { orderId, to: 'on_hold', reason: `  ${reason} ` });
  const { order, events, audits } = await bookOf(owner, orderId);
  const event = events.find(({ eventType }) => eventType === 'order.on_hold');
  assert.deepEqual([event?.actor, event?.details, event?.fromStatus], ['user:9', reason, 'accepted']);
  const audit = audits.find(({ actor }) => actor === 'user:9');
  assert.deepEqual([audit?.actionName, audit?.resourceName], ['orders.status', `orders/${orderId}`]);
  assert.deepEqual(JSON.parse(audit?.oldValue ?? ''), { status: 'accepted' });
  assert.deepEqual(JSON.parse(audit?.newValue ?? ''), { status: 'on_hold', reason });
  assert.deepEqual([audit?.ipAddress, audit?.traceId], ['192.0.2.7', crm.traceId]);
  assert.equal(order.version, 4);
});

for (const to of ['on_hold', 'cancelled'] as const) {
  for (const blank of [undefined, '', '  \n ']) {
    test(`${to} without a reason says so, and ${JSON.stringify(blank) ?? 'none'} is none`, async () => {
      const orderId = await accepted();
      await changeOrderStatus(crm, { orderId, to, reason: blank });
      const { order, events } = await bookOf(owner, orderId);
      assert.equal(order.status, to);
      assert.equal(events.find(({ toStatus }) => toStatus === to)?.details, 'no reason given');
    });
  }
}

const refused: { name: string; make: () => Promise<number>; steps: OperatorStatus[]; way: string }[] = [
  {
    name: 'pending',
    make: async () => {
      const productId = await shop.addProduct();
      return (await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 1)]))).orderId;
    },
    steps: ['accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled'],
    way: 'Nothing can follow.',
  },
  {
    name: 'placed',
    make: async () => (await placeOrder(shop)).orderId,
    steps: ['fulfilling', 'shipped', 'delivered'],
    way: 'It can become accepted, on hold or cancelled.',
  },
  {
    name: 'accepted',
    make: () => accepted(),
    steps: ['accepted', 'shipped', 'delivered'],
    way: 'It can become on hold, fulfilling or cancelled.',
  },
  {
    name: 'on hold',
    make: () => onHold(),
    steps: ['on_hold', 'fulfilling', 'shipped', 'delivered'],
    way: 'It can become accepted or cancelled.',
  },
  {
    name: 'fulfilling',
    make: () => accepted('fulfilling'),
    steps: ['accepted', 'on_hold', 'fulfilling', 'delivered'],
    way: 'It can become shipped or cancelled.',
  },
  {
    name: 'shipped',
    make: () => accepted('fulfilling', 'shipped'),
    steps: ['accepted', 'on_hold', 'fulfilling', 'shipped', 'cancelled'],
    way: 'It can become delivered.',
  },
  {
    name: 'delivered',
    make: () => accepted('fulfilling', 'shipped', 'delivered'),
    steps: ['accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled'],
    way: 'Nothing can follow.',
  },
  {
    name: 'cancelled',
    make: () => accepted('cancelled'),
    steps: ['accepted', 'on_hold', 'fulfilling', 'shipped', 'delivered', 'cancelled'],
    way: 'Nothing can follow.',
  },
];

for (const { name, make, steps, way } of refused) {
  test(`an order that is ${name} becomes none of ${steps.join(', ')}, and says what it can become`, async () => {
    const orderId = await make();
    const before = await bookOf(owner, orderId);
    for (const to of steps) {
      const message = `The order is ${name} and cannot become ${to.replace('_', ' ')}. ${way}`;
      await assert.rejects(change(orderId, to), stepRefusal(message));
    }
    assert.deepEqual(await bookOf(owner, orderId), before);
  });
}

test('an operator who saw an older version changes nothing', async () => {
  const orderId = await accepted();
  const { version } = await changeOrderStatus(crm, { orderId, to: 'on_hold', reason, version: 3 });
  assert.equal(version, 4);
  const stale = changeOrderStatus(crm, { orderId, to: 'accepted', version: 3 });
  await assert.rejects(stale, refusal('Conflict', 'orders.stale', 'version'));
  assert.equal((await bookOf(owner, orderId)).order.status, 'on_hold');
  assert.equal((await changeOrderStatus(crm, { orderId, to: 'accepted', version: 4 })).status, 'accepted');
});

test('an order that does not exist is not found', async () => {
  await assert.rejects(change(999_999, 'accepted'), refusal('NotFound', 'orders.not_found'));
});

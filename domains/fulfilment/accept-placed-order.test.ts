import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { openOrder } from '../orders/index.ts';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { bringOrder, type PlacedOrderDetails, placeOrder, serviceOf } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { acceptPlacedOrder } from './accept-placed-order.ts';
import { changeOrderStatus } from './change-order-status.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;

test('a paid order is accepted, billed as paid, and its fulfilment queued', async () => {
  const placed = await placeOrder(shop);
  const { orderId } = placed;
  const order = await bringOrder(shop, placed);
  const book = await bookOf(owner, orderId);
  const now = crm.clock.now();
  assert.deepEqual([order.status, order.version], ['accepted', book.order.version]);
  assert.deepEqual(book.acceptances, [
    {
      orderId,
      decision: 'accepted',
      reason: null,
      anomalies: null,
      eventId: placed.eventId,
      decidedBy: 'service:crm',
      traceId: crm.traceId,
      createdAt: now,
      updatedAt: now,
    },
  ]);
  const [invoice] = book.invoices;
  assert.deepEqual([invoice?.invoiceNumber, invoice?.status, invoice?.amount], [`INV-${orderId}`, 'paid', '200.00']);
  assert.deepEqual([invoice?.issuedAt, invoice?.paidAt, invoice?.customerId], [now, now, order.customerId]);
  const [fulfilment] = book.fulfilments;
  assert.deepEqual([fulfilment?.status, fulfilment?.startedAt, fulfilment?.completedAt], ['queued', now, null]);
  assert.match(fulfilment?.workflowId ?? '', /^[0-9a-f-]{36}$/);
  await assertOrderIsSound(owner, orderId);
});

test('the acceptance is told in the story of the order and in the audit', async () => {
  const placed = await placeOrder(shop);
  await bringOrder(shop, placed);
  const { events, audits } = await bookOf(owner, placed.orderId);
  const event = events.find(({ eventType }) => eventType === 'order.accepted');
  assert.deepEqual(
    [event?.fromStatus, event?.toStatus, event?.actor, event?.details, event?.traceId],
    ['placed', 'accepted', 'service:crm', null, crm.traceId],
  );
  const [audit] = audits;
  assert.deepEqual([audit?.actionName, audit?.actor], ['orders.status', 'service:crm']);
  assert.deepEqual([audit?.oldValue, audit?.newValue], ['{"status":"placed"}', '{"status":"accepted"}']);
});

const holds: {
  name: string;
  details: PlacedOrderDetails;
  anomalies: string | null;
  reason: string;
  invoice: string;
}[] = [
  {
    name: 'that waits for its transfer',
    details: { paymentMethod: 'bank_transfer' },
    anomalies: null,
    reason: 'waits for the transfer',
    invoice: 'issued',
  },
  {
    name: 'over 50,000.00 USD',
    details: { quantity: 1, unitPriceCents: 5_000_001 },
    anomalies: '["large_total"]',
    reason: 'The total is over 50,000.00 USD',
    invoice: 'paid',
  },
  {
    name: 'of more than 50 units of a product',
    details: { quantity: 51, unitPriceCents: 100 },
    anomalies: '["bulk_quantity"]',
    reason: 'More than 50 units of one product',
    invoice: 'paid',
  },
];

for (const { name, details, anomalies, reason, invoice } of holds) {
  test(`an order ${name} is billed and held, and nothing is started`, async () => {
    const placed = await placeOrder(shop, details);
    await bringOrder(shop, placed);
    const book = await bookOf(owner, placed.orderId);
    assert.equal(book.order.status, 'on_hold');
    const [acceptance] = book.acceptances;
    assert.deepEqual([acceptance?.decision, acceptance?.anomalies], ['on_hold', anomalies]);
    assert.equal(acceptance?.reason, reason);
    assert.deepEqual(book.fulfilments, []);
    assert.equal(book.invoices[0]?.status, invoice);
    assert.equal(book.events.find((event) => event.eventType === 'order.on_hold')?.details, reason);
    await assertOrderIsSound(owner, placed.orderId);
  });
}

test('an invoice that is not paid yet is due in two weeks', async () => {
  const placed = await placeOrder(shop, { paymentMethod: 'bank_transfer' });
  await bringOrder(shop, placed);
  const [invoice] = (await bookOf(owner, placed.orderId)).invoices;
  assert.equal(invoice?.paidAt, null);
  assert.equal(Number(invoice?.dueAt) - Number(invoice?.issuedAt), 14 * 24 * 60 * 60 * 1000);
});

test('the same order brought again, by this or another message, changes nothing', async () => {
  const placed = await placeOrder(shop);
  await bringOrder(shop, placed);
  const first = await bookOf(owner, placed.orderId);
  await bringOrder(shop, placed);
  await bringOrder(shop, { ...placed, eventId: uuidV7() });
  assert.deepEqual(await bookOf(owner, placed.orderId), first);
});

test('an order that an operator accepted before is left as it is', async () => {
  const placed = await placeOrder(shop, { paymentMethod: 'bank_transfer' });
  await changeOrderStatus(crm, { orderId: placed.orderId, to: 'accepted' });
  const decided = await bookOf(owner, placed.orderId);
  await bringOrder(shop, placed);
  assert.deepEqual(await bookOf(owner, placed.orderId), decided);
});

test('an order whose acceptance is there already has no second effect of any kind', async () => {
  const placed = await placeOrder(shop);
  const { orderId } = placed;
  const now = crm.clock.now();
  const acceptance = { orderId, decision: 'accepted', decidedBy: 'user:7', createdAt: now, updatedAt: now } as const;
  await owner.insertInto('orderAcceptances').values(acceptance).execute();
  const before = await bookOf(owner, orderId);
  await bringOrder(shop, placed);
  assert.deepEqual(await bookOf(owner, orderId), before);
});

test('an order that an operator cancelled before stays cancelled: neither invoice nor fulfilment', async () => {
  const placed = await placeOrder(shop);
  await changeOrderStatus(crm, { orderId: placed.orderId, to: 'cancelled', reason: 'The buyer called' });
  const decided = await bookOf(owner, placed.orderId);
  await bringOrder(shop, placed);
  assert.deepEqual(await bookOf(owner, placed.orderId), decided);
  assert.deepEqual([decided.invoices, decided.fulfilments], [[], []]);
  assert.equal(decided.acceptances[0]?.decision, 'rejected');
});

const movedOn = [
  { status: 'cancelled', decision: 'rejected', reason: 'was cancelled before the message came' },
  { status: 'on_hold', decision: 'on_hold', reason: 'was on hold before the message came' },
  { status: 'shipped', decision: 'accepted', reason: 'was shipped before the message came' },
] as const;

for (const { status, decision, reason } of movedOn) {
  test(`of an order that is ${status} without a decision, only that its message was taken is noted`, async () => {
    const placed = await placeOrder(shop);
    const { orderId } = placed;
    await owner.updateTable('orders').set({ status }).where('id', '=', orderId).execute();
    const before = await bookOf(owner, orderId);
    await bringOrder(shop, placed);
    const { acceptances, ...rest } = await bookOf(owner, orderId);
    const { acceptances: none, ...restBefore } = before;
    assert.deepEqual(rest, restBefore);
    assert.equal(none.length, 0);
    assert.deepEqual([acceptances[0]?.decision, acceptances[0]?.reason], [decision, reason]);
    assert.equal(acceptances[0]?.eventId, placed.eventId);
  });
}

test('an order that does not exist is not found', async () => {
  const { payload, eventId } = await placeOrder(shop);
  const unknown = { orderId: 999_999, eventId, payload: { ...payload, order_id: 999_999 } };
  await assert.rejects(acceptPlacedOrder(crm, unknown), refusal('NotFound', 'orders.not_found'));
});

test('an order that is still being paid was not placed, whatever the message says', async () => {
  const { payload, eventId } = await placeOrder(shop);
  const productId = await shop.addProduct();
  const opened = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 2)]));
  const { orderId } = opened;
  const told = { ...payload, order_id: orderId, order_number: opened.orderNumber };
  await assert.rejects(
    acceptPlacedOrder(crm, { orderId, eventId, payload: told }),
    refusal('Conflict', 'fulfilment.contradicts_order', 'status'),
  );
  assert.deepEqual((await bookOf(owner, orderId)).acceptances, []);
});

const lies: { field: string; change: object }[] = [
  { field: 'total', change: { total: 199.99 } },
  { field: 'order_number', change: { order_number: 'OCTO-0' } },
  { field: 'order_id', change: { order_id: 1_000_000 } },
  { field: 'currency', change: { currency: 'EUR' } },
  { field: 'payment_method', change: { payment_method: 'bank_transfer' } },
];

for (const { field, change } of lies) {
  test(`a message with another ${field} than the order is refused, and the order stays placed`, async () => {
    const placed = await placeOrder(shop);
    const told = { ...placed, payload: { ...placed.payload, ...change } };
    await assert.rejects(bringOrder(shop, told), refusal('Conflict', 'fulfilment.contradicts_order', field));
    const book = await bookOf(owner, placed.orderId);
    assert.deepEqual([book.order.status, book.acceptances], ['placed', []]);
  });
}

test('is all or nothing with the transaction that takes the message in', async () => {
  const placed = await placeOrder(shop);
  const before = await bookOf(owner, placed.orderId);
  const undone = transact(serviceOf(shop), async (ctx) => {
    await acceptPlacedOrder(ctx, placed);
    throw new Error('undone');
  });
  await assert.rejects(undone, /undone/);
  assert.deepEqual(await bookOf(owner, placed.orderId), before);
  await bringOrder(shop, placed);
  await assertOrderIsSound(owner, placed.orderId);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openOrder } from '../orders/index.ts';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { bringOrder, type PlacedOrderDetails, placeOrder } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { changeOrderStatus } from './change-order-status.ts';
import { recordPayment } from './record-payment.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;
const reference = 'SEPA 2026-0042';

async function waiting(details: PlacedOrderDetails = {}): Promise<number> {
  const placed = await placeOrder(shop, { paymentMethod: 'bank_transfer', ...details });
  await bringOrder(shop, placed);
  return placed.orderId;
}

test('a transfer that arrived pays the invoice, ends the hold that waited for it, and starts the work', async () => {
  const orderId = await waiting();
  const order = await recordPayment(crm, { orderId, reference });
  const { invoices, fulfilments, acceptances, order: row } = await bookOf(owner, orderId);
  assert.deepEqual([order.status, order.version, row.version], ['accepted', 5, 5]);
  assert.deepEqual([invoices[0]?.status, invoices[0]?.paidAt], ['paid', crm.clock.now()]);
  assert.equal(fulfilments[0]?.status, 'queued');
  const [acceptance] = acceptances;
  assert.deepEqual([acceptance?.decision, acceptance?.reason, acceptance?.decidedBy], ['accepted', null, 'user:7']);
  await assertOrderIsSound(owner, orderId);
});

test('the shop is told what arrived, and books it: here the payment stays as the shop left it', async () => {
  const orderId = await waiting();
  await recordPayment(crm, { orderId, reference: ` ${reference} ` });
  const { messages } = await bookOf(owner, orderId);
  const amount = { amount: 200, currency: 'USD', reference };
  assert.deepEqual(
    messages.map((message) => [message.eventType, JSON.parse(message.payload)]),
    [['payment.received', { order_id: orderId, order_number: `OCTO-${orderId}`, ...amount }]],
  );
  const payment = await owner.selectFrom('payments').where('orderId', '=', orderId).select('status').execute();
  assert.deepEqual(payment, [{ status: 'pending' }]);
});

test('what was noted, by whom and with which reference is in the story and in the audit', async () => {
  const orderId = await waiting();
  await recordPayment(crm, { orderId, reference });
  const { events, audits } = await bookOf(owner, orderId);
  const event = events.find(({ eventType }) => eventType === 'payment.recorded');
  assert.deepEqual([event?.actor, event?.details, event?.toStatus], ['user:7', reference, 'on_hold']);
  const audit = audits.find(({ actionName }) => actionName === 'orders.payment');
  assert.deepEqual(JSON.parse(audit?.newValue ?? ''), { status: 'on_hold', reason: reference });
});

test('an order with something unusual about it stays on hold for that alone', async () => {
  const orderId = await waiting({ quantity: 60 });
  assert.equal((await recordPayment(crm, { orderId, reference })).status, 'on_hold');
  const { acceptances, fulfilments, invoices } = await bookOf(owner, orderId);
  assert.equal(acceptances[0]?.reason, 'More than 50 units of one product');
  assert.deepEqual([fulfilments, invoices[0]?.status], [[], 'paid']);
  await assertOrderIsSound(owner, orderId);
});

test('a hold that an operator set outlasts the transfer', async () => {
  const orderId = await waiting();
  await changeOrderStatus(crm, { orderId, to: 'accepted' });
  await changeOrderStatus(crm, { orderId, to: 'on_hold', reason: 'The address is wrong' });
  assert.equal((await recordPayment(crm, { orderId, reference })).status, 'on_hold');
  const { acceptances } = await bookOf(owner, orderId);
  assert.equal(acceptances[0]?.reason, 'The address is wrong');
  await assertOrderIsSound(owner, orderId);
});

test('an order that was accepted before its transfer came is paid, and goes on where it is', async () => {
  const orderId = await waiting();
  await changeOrderStatus(crm, { orderId, to: 'accepted' });
  await changeOrderStatus(crm, { orderId, to: 'fulfilling' });
  assert.equal((await recordPayment(crm, { orderId, reference })).status, 'fulfilling');
  assert.equal((await bookOf(owner, orderId)).invoices[0]?.status, 'paid');
  await assertOrderIsSound(owner, orderId);
});

test('a transfer that is quicker than the message of its order takes the order, billed as paid', async () => {
  const placed = await placeOrder(shop, { paymentMethod: 'bank_transfer' });
  const { orderId } = placed;
  assert.equal((await recordPayment(crm, { orderId, reference })).status, 'accepted');
  await assertOrderIsSound(owner, orderId);
  const taken = await bookOf(owner, orderId);
  assert.deepEqual([taken.invoices[0]?.status, taken.fulfilments[0]?.status], ['paid', 'queued']);
  await bringOrder(shop, placed);
  assert.deepEqual(await bookOf(owner, orderId), taken);
});

test('a transfer is noted once, whether its order was taken before or by it', async () => {
  const { orderId: quick } = await placeOrder(shop, { paymentMethod: 'bank_transfer' });
  for (const orderId of [await waiting(), quick]) {
    await recordPayment(crm, { orderId, reference });
    const once = await bookOf(owner, orderId);
    await assert.rejects(recordPayment(crm, { orderId, reference }), refusal('Conflict', 'invoices.not_open'));
    assert.deepEqual(await bookOf(owner, orderId), once);
  }
});

const refused: { name: string; make: () => Promise<number> }[] = [
  { name: 'paid by card', make: () => waiting({ paymentMethod: 'credit_card' }) },
  {
    name: 'that was cancelled',
    make: async () => {
      const orderId = await waiting();
      await changeOrderStatus(crm, { orderId, to: 'cancelled', reason: 'No transfer came' });
      return orderId;
    },
  },
  {
    name: 'that was not placed yet',
    make: async () => {
      const productId = await shop.addProduct();
      const input = await orderOf(shop.ctx, [lineOf(productId, 1)], { paymentMethod: 'bank_transfer' });
      return (await openOrder(shop.ctx, input)).orderId;
    },
  },
  {
    name: 'whose payment the shop has booked',
    make: async () => {
      const orderId = await waiting();
      await owner.updateTable('payments').set({ status: 'paid' }).where('orderId', '=', orderId).execute();
      return orderId;
    },
  },
];

for (const { name, make } of refused) {
  test(`no transfer is waited for with an order ${name}`, async () => {
    const orderId = await make();
    const before = await bookOf(owner, orderId);
    const refusedPayment = recordPayment(crm, { orderId, reference });
    await assert.rejects(refusedPayment, refusal('Conflict', 'fulfilment.no_transfer_expected'));
    assert.deepEqual(await bookOf(owner, orderId), before);
  });
}

test('an order that does not exist is not found', async () => {
  const refusedPayment = recordPayment(crm, { orderId: 999_999, reference });
  await assert.rejects(refusedPayment, refusal('NotFound', 'orders.not_found'));
});

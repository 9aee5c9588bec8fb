import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { receiveMessage } from '../messaging/index.ts';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { bringOrder, type PlacedOrder, placeOrder, serviceOf } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { acceptPlacedOrder } from './accept-placed-order.ts';
import { advanceFulfilment } from './advance-fulfilment.ts';
import { changeOrderStatus } from './change-order-status.ts';
import { recordPayment } from './record-payment.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;
const rounds = 8;
const reason = 'The buyer called';

/** As a replica of the CRM takes it in. */
function receive({ orderId, eventId, payload }: PlacedOrder) {
  const event = { id: eventId, type: 'order.placed', payload };
  return receiveMessage(serviceOf(shop), { consumer: 'crm', event }, async (ctx, payload) => {
    await acceptPlacedOrder(ctx, { orderId, eventId, payload });
  });
}

/** Runs them at once; whoever is refused must be refused as a step that is no longer possible. */
async function atOnce(works: readonly (() => Promise<unknown>)[], code = 'orders.step_refused'): Promise<number> {
  const ends = await Promise.allSettled(works.map((work) => work()));
  for (const end of ends) {
    if (end.status === 'rejected') assert.ok(refusal('Conflict', code)(end.reason), String(end.reason));
  }
  return ends.filter((end) => end.status === 'fulfilled').length;
}

test('a message that comes several times at once is applied once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop);
    const ends = await Promise.all([1, 2, 3, 4].map(() => receive(placed)));
    assert.deepEqual(ends.sort(), ['applied', 'duplicate', 'duplicate', 'duplicate']);
    await assertOrderIsSound(owner, placed.orderId);
  }
});

test('two operators and the message at once accept an order once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop);
    const { orderId } = placed;
    const accept = () => changeOrderStatus(crm, { orderId, to: 'accepted' });
    await atOnce([accept, () => receive(placed), accept]);
    const book = await bookOf(owner, orderId);
    assert.equal(book.order.status, 'accepted');
    assert.deepEqual([book.acceptances.length, book.invoices.length, book.fulfilments.length], [1, 1, 1]);
    await assertOrderIsSound(owner, orderId);
  }
});

test('an operator who cancels while the message comes leaves a cancelled order, whoever was first', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop);
    const { orderId } = placed;
    const cancel = () => changeOrderStatus(crm, { orderId, to: 'cancelled', reason });
    const works = [cancel, () => receive(placed)];
    assert.equal(await atOnce(round % 2 ? works : works.toReversed()), 2);
    assert.equal((await bookOf(owner, orderId)).order.status, 'cancelled');
    await assertOrderIsSound(owner, orderId);
  }
});

test('of a hold, a cancellation and the first step of the work at once, what is left is sound', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop);
    const { orderId } = placed;
    await bringOrder(shop, placed);
    const done = await atOnce([
      () => advanceFulfilment(crm, { orderId, to: 'picking' }),
      () => changeOrderStatus(crm, { orderId, to: 'on_hold', reason }),
      () => changeOrderStatus(crm, { orderId, to: 'cancelled', reason }),
    ]);
    assert.ok(done >= 1);
    await assertOrderIsSound(owner, orderId);
  }
});

test('of two operators who saw the same version, one changes the order', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop);
    const { orderId } = placed;
    const { version } = await bringOrder(shop, placed);
    const hold = () => changeOrderStatus(crm, { orderId, to: 'on_hold', reason, version });
    assert.equal(await atOnce([hold, hold], 'orders.stale'), 1);
    await assertOrderIsSound(owner, orderId);
  }
});

test('a transfer that three operators note at once is noted once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const placed = await placeOrder(shop, { paymentMethod: 'bank_transfer' });
    const { orderId } = placed;
    if (round % 2) await bringOrder(shop, placed);
    const note = () => recordPayment(crm, { orderId, reference: 'SEPA 1' });
    assert.equal(await atOnce([note, note, note], 'invoices.not_open'), 1);
    await assertOrderIsSound(owner, orderId);
  }
});

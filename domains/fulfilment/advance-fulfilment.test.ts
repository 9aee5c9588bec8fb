import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertOrderIsSound, bookOf } from '../testing/order-books.ts';
import { bringOrder, placeOrder } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { advanceFulfilment } from './advance-fulfilment.ts';
import { changeOrderStatus } from './change-order-status.ts';
import type { FulfilmentStep } from './fulfilment-states.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;
const steps: readonly FulfilmentStep[] = ['picking', 'packed', 'shipped', 'delivered'];

async function accepted(): Promise<number> {
  const placed = await placeOrder(shop);
  await bringOrder(shop, placed);
  return placed.orderId;
}

test('a fulfilment goes from step to step, and its order with it', async () => {
  const orderId = await accepted();
  const seen: unknown[] = [];
  for (const to of steps) {
    const order = await advanceFulfilment(crm, { orderId, to });
    const [fulfilment] = (await bookOf(owner, orderId)).fulfilments;
    seen.push([fulfilment?.status, order.status, order.version, fulfilment?.completedAt !== null]);
    await assertOrderIsSound(owner, orderId);
  }
  assert.deepEqual(seen, [
    ['picking', 'fulfilling', 4, false],
    ['packed', 'fulfilling', 5, false],
    ['shipped', 'shipped', 6, false],
    ['delivered', 'delivered', 7, true],
  ]);
});

test('each step is told once, also the one that leaves the order where it is', async () => {
  const orderId = await accepted();
  for (const to of steps) await advanceFulfilment(crm, { orderId, to });
  const { events, audits } = await bookOf(owner, orderId);
  const told = events.filter((event) => event.actor === 'user:7').map((event) => event.eventType);
  assert.deepEqual(told.sort(), ['fulfilment.packed', 'order.delivered', 'order.fulfilling', 'order.shipped']);
  const packed = audits.find((audit) => audit.actionName === 'orders.fulfilment');
  assert.deepEqual(JSON.parse(packed?.oldValue ?? ''), { status: 'fulfilling', fulfilment: 'picking' });
  assert.deepEqual(JSON.parse(packed?.newValue ?? ''), { status: 'fulfilling', fulfilment: 'packed' });
});

test('no step is left out, and none is done twice', async () => {
  const orderId = await accepted();
  for (const [index, step] of steps.entries()) {
    for (const other of steps.filter((_, at) => at !== index)) {
      const skipped = advanceFulfilment(crm, { orderId, to: other });
      await assert.rejects(skipped, refusal('Conflict', 'orders.step_refused', 'status'));
    }
    await advanceFulfilment(crm, { orderId, to: step });
  }
  await assert.rejects(advanceFulfilment(crm, { orderId, to: 'delivered' }), {
    message: 'The fulfilment is delivered and cannot become delivered. Nothing can follow.',
  });
});

test('while the order is on hold its fulfilment rests', async () => {
  const orderId = await accepted();
  await changeOrderStatus(crm, { orderId, to: 'on_hold', reason: 'Stock is counted' });
  await assert.rejects(advanceFulfilment(crm, { orderId, to: 'picking' }), {
    code: 'orders.step_refused',
    message: 'The order is on hold and cannot become picking. It can become accepted or cancelled.',
  });
  await changeOrderStatus(crm, { orderId, to: 'accepted' });
  assert.equal((await advanceFulfilment(crm, { orderId, to: 'picking' })).status, 'fulfilling');
});

test('an order that was moved along by hand goes on from there', async () => {
  const orderId = await accepted();
  await changeOrderStatus(crm, { orderId, to: 'fulfilling' });
  await advanceFulfilment(crm, { orderId, to: 'packed' });
  await changeOrderStatus(crm, { orderId, to: 'shipped' });
  await advanceFulfilment(crm, { orderId, to: 'delivered' });
  await assertOrderIsSound(owner, orderId);
});

test('nothing is picked for an order that was not taken, or was cancelled', async () => {
  const { orderId: placed } = await placeOrder(shop);
  const cancelled = await accepted();
  await changeOrderStatus(crm, { orderId: cancelled, to: 'cancelled', reason: 'The buyer called' });
  for (const orderId of [placed, cancelled]) {
    const before = await bookOf(owner, orderId);
    const refused = advanceFulfilment(crm, { orderId, to: 'picking' });
    await assert.rejects(refused, refusal('Conflict', 'orders.step_refused', 'status'));
    assert.deepEqual(await bookOf(owner, orderId), before);
  }
});

test('an order that does not exist is not found', async () => {
  const refused = advanceFulfilment(crm, { orderId: 999_999, to: 'picking' });
  await assert.rejects(refused, refusal('NotFound', 'orders.not_found'));
});

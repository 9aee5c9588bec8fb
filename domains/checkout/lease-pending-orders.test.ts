import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkoutOf, fillCart, later } from '../testing/orders.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { beginCheckout } from './begin-checkout.ts';
import { leasePendingOrders } from './lease-pending-orders.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
beforeEach(async () => {
  await shop.owner.updateTable('orders').set({ status: 'failed' }).where('status', '=', 'pending').execute();
});
after(() => shop[Symbol.asyncDispose]());

async function leavePending(count: number): Promise<number[]> {
  const productId = await shop.addProduct({ stock: [count] });
  const orderIds: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const opened = await beginCheckout(shop.ctx, checkoutOf(await fillCart(shop.ctx, { productId, quantity: 1 })));
    orderIds.push(opened?.orderId ?? 0);
  }
  return orderIds;
}

async function lease(aheadMs: number): Promise<number[]> {
  const leased = await leasePendingOrders(later(shop.ctx, aheadMs));
  return leased.map((order) => order.orderId);
}

test('orders younger than twice the time-out of the rail are left alone', async () => {
  const [orderId] = await leavePending(1);
  assert.deepEqual(await lease(0), []);
  assert.deepEqual(await lease(2 * shop.ctx.railTimeoutMs), []);
  assert.deepEqual(await lease(2 * shop.ctx.railTimeoutMs + 1), [orderId]);
});

test('an order is leased to one sweeper, and to the next when the first did not finish it in time', async () => {
  const [orderId] = await leavePending(1);
  assert.deepEqual(await lease(600_000), [orderId]);
  assert.deepEqual(await lease(630_000), []);
  assert.deepEqual(await lease(630_001), [orderId]);
});

test('sweepers that ask all at once share the orders out, each to one of them', async () => {
  const orderIds = await leavePending(30);
  const leases: number[] = [];
  while (leases.length < orderIds.length) {
    const round = (await Promise.all(Array.from({ length: 4 }, () => lease(600_000)))).flat();
    assert.notEqual(round.length, 0);
    leases.push(...round);
  }
  assert.deepEqual(
    leases.toSorted((a, b) => a - b),
    orderIds,
  );
});

test('a round takes a bounded number of orders, the oldest first', async () => {
  const orderIds = await leavePending(22);
  assert.deepEqual(await lease(600_000), orderIds.slice(0, 20));
});

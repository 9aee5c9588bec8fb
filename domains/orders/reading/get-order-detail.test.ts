import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lineOf, orderOf } from '../../testing/orders.ts';
import { addCustomer, addPastOrder } from '../../testing/past-orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { closePendingOrder, getOrder, openOrder } from '../index.ts';
import { getCustomerTotals } from './get-customer-totals.ts';
import { getOrderDetail } from './get-order-detail.ts';
import { getOrderTotals } from './get-order-totals.ts';
import { listCustomerTraces } from './list-customer-traces.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

test('tells of an order what was bought, how it was paid and what happened, in its order', async () => {
  const { ctx } = shop;
  const lines = [lineOf(await shop.addProduct(), 2, 1995), lineOf(await shop.addProduct(), 1, 5)] as const;
  const { orderId } = await openOrder(ctx, await orderOf(ctx, [...lines], { notes: 'Ring twice' }));
  await closePendingOrder(ctx, await getOrder(ctx, { orderId }), {
    status: 'paid',
    provider: 'fake',
    reference: 'fake-1',
  });
  const order = await getOrderDetail(shop.crm, { orderId });
  const now = ctx.clock.now();
  assert.deepEqual(order.lines, lines);
  assert.deepEqual(order.payment, {
    amountCents: 3995,
    provider: 'fake',
    providerReference: 'fake-1',
    declineCode: null,
    updatedAt: now,
  });
  assert.deepEqual(
    order.events.map(({ eventType, fromStatus, toStatus, actor, traceId }) => {
      return { eventType, fromStatus, toStatus, actor, traceId };
    }),
    [
      { eventType: 'order.opened', fromStatus: null, toStatus: 'pending', actor: 'guest', traceId: ctx.traceId },
      { eventType: 'order.placed', fromStatus: 'pending', toStatus: 'placed', actor: 'guest', traceId: ctx.traceId },
    ],
  );
  const { status, paymentStatus, totalCents, subtotalCents, discountCents, shippingCents, notes, version } = order;
  assert.deepEqual(
    { status, paymentStatus, totalCents, subtotalCents, discountCents, shippingCents, notes, version },
    {
      status: 'placed',
      paymentStatus: 'paid',
      totalCents: 3995,
      subtotalCents: 3995,
      discountCents: 0,
      shippingCents: 0,
      notes: 'Ring twice',
      version: 2,
    },
  );
  assert.deepEqual([order.placedAt, order.updatedAt, order.traceId], [now, now, ctx.traceId]);
});

test('an order that is not there is not found', async () => {
  await assert.rejects(getOrderDetail(shop.crm, { orderId: 1 }), refusal('NotFound', 'orders.not_found', 'id'));
});

test('a customer has bought what was placed, and neither failed nor was cancelled', async () => {
  const { owner, crm } = shop;
  await addCustomer(owner, { id: 71, name: 'Grace', email: 'grace@buyer.test' });
  const statuses = ['pending', 'failed', 'cancelled', 'placed', 'on_hold', 'delivered'] as const;
  for (const [index, status] of statuses.entries()) {
    const createdAt = new Date(Date.UTC(2026, 0, 10 - index));
    await addPastOrder(owner, { id: 700 + index, customerId: 71, status, total: `${10 ** index}.01`, createdAt });
  }
  assert.deepEqual(await getCustomerTotals(crm, { customerId: 71 }), {
    orders: 3,
    spentCents: 11_100_003,
    lastOrderAt: new Date(Date.UTC(2026, 0, 7)),
  });
  assert.deepEqual(await getCustomerTotals(crm, { customerId: 999 }), { orders: 0, spentCents: 0, lastOrderAt: null });
});

test('the orders of a customer are told with the traces they were placed in, the newest first', async () => {
  await addCustomer(shop.owner, { id: 77, name: 'Grace', email: 'grace77@buyer.test' });
  await addPastOrder(shop.owner, { id: 7701, customerId: 77, createdAt: new Date('2026-01-01T10:00:00Z') });
  await addPastOrder(shop.owner, { id: 7702, customerId: 77, createdAt: new Date('2026-01-01T11:00:00Z') });
  await shop.owner
    .updateTable('orders')
    .set({ traceId: '7'.repeat(32) })
    .where('id', '=', 7701)
    .execute();
  const traces = await listCustomerTraces(shop.crm, { customerId: 77 });
  assert.deepEqual(
    traces.map(({ id, orderNumber, traceId }) => [id, orderNumber, traceId]),
    [
      [7702, 'OCTO-7702', null],
      [7701, 'OCTO-7701', '7'.repeat(32)],
    ],
  );
});

test('all orders count, those of a day apart, and as revenue what was neither failed nor cancelled', async () => {
  const before = await getOrderTotals(shop.ctx);
  await addCustomer(shop.owner, { id: 78, name: 'Edsger', email: 'edsger78@buyer.test' });
  const now = shop.ctx.clock.now().getTime();
  const orders = [
    { id: 7801, createdAt: new Date(now - 1000), total: '10.10' },
    { id: 7802, createdAt: new Date(now - 25 * 60 * 60 * 1000), total: '20.20' },
    { id: 7803, createdAt: new Date(now - 1000), total: '40.40', status: 'cancelled' as const },
  ];
  for (const order of orders) await addPastOrder(shop.owner, { customerId: 78, ...order });
  assert.deepEqual(await getOrderTotals(shop.ctx), {
    orders: before.orders + 3,
    ordersLastDay: before.ordersLastDay + 2,
    revenueCents: before.revenueCents + 3030,
  });
});

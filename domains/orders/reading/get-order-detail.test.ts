import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lineOf, orderOf } from '../../testing/orders.ts';
import { addCustomer, addPastOrder } from '../../testing/past-orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { closePendingOrder, getOrder, openOrder } from '../index.ts';
import { getCustomerTotals } from './get-customer-totals.ts';
import { getOrderDetail } from './get-order-detail.ts';

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

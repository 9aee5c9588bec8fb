import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PaymentMethod } from '@octo/contracts/checkout.ts';
import { transact } from '@octo/platform/database/transact.ts';
import { later, lineOf, orderOf } from '../testing/orders.ts';
import { assertOutboxIsTrue } from '../testing/outbox.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { assertStockIsWhole, stockOf } from '../testing/stock.ts';
import { closePendingOrder, type PaymentEnd } from './close-pending-order.ts';
import { getOrder } from './get-order.ts';
import { lockOrderForUpdate } from './lock-order-for-update.ts';
import { openOrder } from './open-order.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

async function openOne(paymentMethod: PaymentMethod = 'credit_card') {
  const productId = await shop.addProduct({ stock: [3] });
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 2)], { paymentMethod }));
  return { productId, orderId };
}

function close(orderId: number, end: PaymentEnd) {
  return transact(later(shop.ctx, 1000), async (ctx) =>
    closePendingOrder(ctx, await lockOrderForUpdate(ctx, { orderId }), end),
  );
}

const paid: PaymentEnd = { status: 'paid', provider: 'simulated', reference: 'ref-1' };
const declined: PaymentEnd = { status: 'failed', provider: 'simulated', declineCode: 'card_declined' };

const ends: { end: PaymentEnd; status: string; payment: object; stock: number }[] = [
  { end: paid, status: 'placed', payment: { status: 'paid', providerReference: 'ref-1', declineCode: null }, stock: 1 },
  {
    end: { status: 'on_account' },
    status: 'placed',
    payment: { status: 'pending', providerReference: null, declineCode: null },
    stock: 1,
  },
  {
    end: declined,
    status: 'failed',
    payment: { status: 'failed', providerReference: null, declineCode: 'card_declined' },
    stock: 3,
  },
];

for (const { end, status, payment, stock } of ends) {
  test(`an order whose payment ends ${end.status} is ${status}`, async () => {
    const { orderId, productId } = await openOne(end.status === 'on_account' ? 'bank_transfer' : 'credit_card');
    const closed = await close(orderId, end);
    assert.deepEqual(closed, await getOrder(shop.ctx, { orderId }));
    assert.equal(closed.status, status);
    const kept = await shop.owner
      .selectFrom('payments')
      .where('orderId', '=', orderId)
      .select(['status', 'providerReference', 'declineCode'])
      .executeTakeFirst();
    assert.deepEqual(kept, payment);
    assert.deepEqual(await stockOf(shop.owner, productId), [stock]);
    const story = await shop.owner
      .selectFrom('orderEvents')
      .where('orderId', '=', orderId)
      .orderBy('createdAt')
      .orderBy('id')
      .select(['fromStatus', 'toStatus'])
      .execute();
    assert.deepEqual(story.at(-1), { fromStatus: 'pending', toStatus: status });
    const row = await shop.owner.selectFrom('orders').where('id', '=', orderId).selectAll().executeTakeFirstOrThrow();
    assert.equal(row.placedAt === null, status === 'failed');
    assert.equal(row.version, 2);
    await assertStockIsWhole(shop.owner);
    await assertOutboxIsTrue(shop.owner);
  });
}

test('an order is closed once: neither failed after it was placed nor placed after it failed', async () => {
  const placed = await openOne();
  await close(placed.orderId, paid);
  await assert.rejects(close(placed.orderId, declined), /is placed, not pending/);
  const failed = await openOne();
  await close(failed.orderId, declined);
  await assert.rejects(close(failed.orderId, paid), /is failed, not pending/);
  await assertStockIsWhole(shop.owner);
  await assertOutboxIsTrue(shop.owner);
});

test('an order that was read before somebody else closed it is not closed again', async () => {
  const { orderId } = await openOne();
  const stale = await getOrder(shop.ctx, { orderId });
  await close(orderId, paid);
  await assert.rejects(closePendingOrder(shop.ctx, stale, declined), /is not pending/);
  assert.equal((await getOrder(shop.ctx, { orderId })).status, 'placed');
  await assertStockIsWhole(shop.owner);
});

test('the news of a placed order carries the trace it was placed in', async () => {
  const { orderId } = await openOne();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const ctx = { ...shop.ctx, traceparent };
  await transact(ctx, async (inner) => closePendingOrder(inner, await lockOrderForUpdate(inner, { orderId }), paid));
  const event = await shop.owner.selectFrom('outbox').where('orderId', '=', orderId).select('traceparent').execute();
  assert.deepEqual(event, [{ traceparent }]);
});

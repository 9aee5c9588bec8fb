import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { transact } from '@octo/platform/database/transact.ts';
import { openOrder } from '../orders/index.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { sendMessage } from './send-message.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const productId = await shop.addProduct();
const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 1)]));
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const ctx = { ...shop.ctx, traceparent };

function messages() {
  return shop.owner
    .selectFrom('outbox as o')
    .leftJoin('outboxDeliveries as d', 'd.eventId', 'o.id')
    .orderBy('o.id')
    .selectAll()
    .execute();
}

test('a message waits for its consumer, due at once, in the trace that it came from', async () => {
  await sendMessage(ctx, { type: 'order.cancelled', orderId, payload: { order_id: orderId, reason: 'test' } });
  const [message, ...others] = await messages();
  assert.deepEqual(others, []);
  assert.deepEqual(
    [message?.producer, message?.eventType, message?.orderId, message?.traceparent],
    ['crm', 'order.cancelled', orderId, traceparent],
  );
  assert.deepEqual(JSON.parse(message?.payload ?? ''), { order_id: orderId, reason: 'test' });
  assert.deepEqual([message?.eventId, message?.consumer], [message?.id, 'shop']);
  assert.deepEqual(message?.nextAttemptAt, ctx.clock.now());
  assert.deepEqual([message?.attempts, message?.leaseOwner, message?.deadAt], [0, null, null]);
});

test('is gone with the transaction that it tells of', async () => {
  const before = (await messages()).length;
  const undone = transact(ctx, async (ctx) => {
    await sendMessage(ctx, { type: 'order.placed', orderId, payload: {} });
    throw new Error('undone');
  });
  await assert.rejects(undone, /undone/);
  assert.equal((await messages()).length, before);
});

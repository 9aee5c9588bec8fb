import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMessages, addOrder, deliveryOf } from '../testing/messages.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { adoptOrphans } from './adopt-orphans.ts';
import { sendMessage } from './send-message.ts';

const minuteMs = 60_000;

test('messages of a release that gave them no delivery get one, each once', async () => {
  await using shop = await openSmallShop();
  const { ctx, owner } = shop;
  const orderId = await addOrder(shop);
  const orphans = await addMessages(shop, orderId, 230);
  await sendMessage(ctx, { type: 'order.placed', orderId, payload: {} });
  const adopted = await Promise.all([1, 2].map(() => adoptOrphans(ctx, { producer: 'shop' })));
  assert.equal(
    adopted.reduce((sum, count) => sum + count, 0),
    230,
  );
  assert.equal(await adoptOrphans(ctx, { producer: 'shop' }), 0);
  const deliveries = await owner.selectFrom('outboxDeliveries').select('consumer').execute();
  assert.deepEqual([deliveries.length, new Set(deliveries.map(({ consumer }) => consumer))], [231, new Set(['crm'])]);
  const delivery = await deliveryOf(shop, orphans[100]);
  assert.deepEqual([delivery.attempts, delivery.nextAttemptAt], [0, ctx.clock.now()]);
});

test('each service adopts its own, and of no type that it does not know', async () => {
  await using shop = await openSmallShop();
  const orderId = await addOrder(shop);
  await addMessages(shop, orderId, 3, { producer: 'crm', eventType: 'order.cancelled' });
  await addMessages(shop, orderId, 2, { producer: 'crm', eventType: 'payment.received' });
  await addMessages(shop, orderId, 1, { producer: 'crm', eventType: 'order.praised' });
  assert.equal(await adoptOrphans(shop.ctx, { producer: 'shop' }), 0);
  assert.equal(await adoptOrphans(shop.crm, { producer: 'crm' }), 5);
});

test('looks no further back than it is told', async () => {
  await using shop = await openSmallShop();
  await addMessages(shop, await addOrder(shop), 120);
  assert.equal(await adoptOrphans(shop.ctx, { producer: 'shop', withinMs: minuteMs }), 60);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMessages, addOrder, deliveryOf } from '../testing/messages.ts';
import { later } from '../testing/orders.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { adoptOrphans } from './adopt-orphans.ts';
import { claimDeliveries } from './claim-deliveries.ts';

const leaseMs = 30_000;

async function shopWith(count: number, change: Parameters<typeof addMessages>[3] = {}) {
  const shop = await openSmallShop();
  const orderId = await addOrder(shop);
  const ids = await addMessages(shop, orderId, count, change);
  await adoptOrphans(shop.ctx, { producer: 'shop' });
  return { ...shop, ids, orderId };
}

function claim(shop: SmallShop, limit = 20) {
  return claimDeliveries(shop.ctx, { consumer: 'crm', limit });
}

test('hands out each message with all that its receiver is sent', async () => {
  await using shop = await shopWith(1);
  const { ids, orderId, ctx } = shop;
  const [claimed, ...others] = await claim(shop);
  assert.deepEqual(others, []);
  const createdAt = new Date(ctx.clock.now().getTime() - 1000).toISOString();
  assert.deepEqual(claimed?.event, {
    id: ids[0],
    type: 'order.placed',
    created_at: createdAt,
    payload: { order_id: orderId },
  });
  const kept = await deliveryOf(shop, ids[0]);
  assert.deepEqual([kept.leaseOwner, kept.attempts], [claimed?.leaseOwner, 1]);
  assert.equal(kept.leaseUntil?.getTime(), ctx.clock.now().getTime() + leaseMs);
});

test('claims by many at once never overlap, and miss nothing', async () => {
  await using shop = await shopWith(500);
  const replicas = Array.from({ length: 6 }, async () => {
    const mine: string[] = [];
    // One that loses a race finds nothing although there is more.
    for (let misses = 0; misses < 50; ) {
      const claimed = await claim(shop);
      assert.ok(claimed.length <= 20);
      mine.push(...claimed.map(({ eventId }) => eventId));
      misses = claimed.length === 0 ? misses + 1 : 0;
    }
    return mine;
  });
  const claimed = (await Promise.all(replicas)).flat();
  assert.deepEqual(claimed.toSorted(), shop.ids.toSorted());
  const attempts = await shop.owner.selectFrom('outboxDeliveries').where('attempts', '<>', 1).selectAll().execute();
  assert.deepEqual(attempts, []);
});

test('one at a time when only a probe is wanted', async () => {
  await using shop = await shopWith(3);
  assert.equal((await claim(shop, 1)).length, 1);
  assert.equal((await claim(shop, 20)).length, 2);
  assert.equal((await claim(shop, 20)).length, 0);
});

test('a claim whose lease has ended is free for the next, and counted as an attempt', async () => {
  await using shop = await shopWith(1);
  const [first] = await claim(shop);
  const stillHeld = { ...shop, ctx: later(shop.ctx, leaseMs - 1) };
  assert.deepEqual(await claim(stillHeld), []);
  const [second] = await claim({ ...shop, ctx: later(shop.ctx, leaseMs + 1) });
  assert.ok(first && second);
  assert.notEqual(second.leaseOwner, first.leaseOwner);
  assert.equal(second.attempts, 2);
});

test('what is not due yet, not for this consumer, or over, is left', async () => {
  await using shop = await shopWith(5);
  const { ctx, owner, ids } = shop;
  const [notDue, delivered, dead, discarded, due] = ids;
  const now = ctx.clock.now();
  const set = (id: string | undefined, values: object) =>
    owner
      .updateTable('outboxDeliveries')
      .set(values)
      .where('eventId', '=', id ?? '')
      .execute();
  await set(notDue, { nextAttemptAt: new Date(now.getTime() + 1) });
  await set(delivered, { nextAttemptAt: null, deliveredAt: now });
  await set(dead, { nextAttemptAt: null, deadAt: now });
  const lateRetry = { retryRequestedAt: new Date(now.getTime() + 5), discardedAt: now };
  await set(discarded, { nextAttemptAt: null, deadAt: now, ...lateRetry });
  assert.deepEqual(await claimDeliveries(ctx, { consumer: 'shop', limit: 20 }), []);
  assert.deepEqual(
    (await claim(shop)).map(({ eventId }) => eventId),
    [due],
  );
});

test('a dead letter that an operator wants tried again comes back with no failure held against it', async () => {
  await using shop = await shopWith(1);
  const { ctx, owner, ids } = shop;
  const deadAt = new Date(ctx.clock.now().getTime() - 60_000);
  const retryRequestedAt = new Date(deadAt.getTime() + 1);
  await owner
    .updateTable('outboxDeliveries')
    .set({ nextAttemptAt: null, deadAt, failures: 8, attempts: 9, retryRequestedAt })
    .execute();
  const [claimed] = await claim(shop);
  assert.deepEqual([claimed?.eventId, claimed?.failures, claimed?.attempts], [ids[0], 0, 10]);
  assert.equal((await deliveryOf(shop, ids[0])).deadAt, null);
});

test('a payload that is no JSON goes out as it is, and stops no other', async () => {
  await using shop = await shopWith(1, { payload: '{"half":' });
  const [claimed] = await claim(shop);
  assert.equal(claimed?.event.payload, '{"half":');
});

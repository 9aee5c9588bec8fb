import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { addMessages, addOrder, deliveryOf } from '../testing/messages.ts';
import { later } from '../testing/orders.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { adoptOrphans } from './adopt-orphans.ts';
import { type ClaimedDelivery, claimDeliveries } from './claim-deliveries.ts';
import type { DeliveryOutcome } from './delivery-fate.ts';
import { settleDelivery } from './settle-delivery.ts';

let shop: SmallShop;
let orderId: number;
let claimed: ClaimedDelivery;

before(async () => {
  shop = await openSmallShop();
  orderId = await addOrder(shop);
});
after(() => shop[Symbol.asyncDispose]());
beforeEach(async () => {
  await addMessages(shop, orderId, 1);
  await adoptOrphans(shop.ctx, { producer: 'shop' });
  const [delivery] = await claimDeliveries(shop.ctx, { consumer: 'crm', limit: 1 });
  assert.ok(delivery);
  claimed = delivery;
});

function settle(outcome: DeliveryOutcome, delivery: Partial<ClaimedDelivery> = {}) {
  return settleDelivery(shop.ctx, { delivery: { ...claimed, ...delivery }, outcome });
}

function kept() {
  return deliveryOf(shop, claimed.eventId);
}

function fails(status: number, code = 'internal'): DeliveryOutcome {
  return { reason: 'status', status, code };
}

/** How much later than now it is tried again. */
function waitMs(nextAttemptAt: Date | null): number {
  assert.ok(nextAttemptAt);
  return nextAttemptAt.getTime() - shop.ctx.clock.now().getTime();
}

test('what was delivered is over, and free of its lease', async () => {
  assert.equal((await settle({ reason: 'delivered' })).state, 'delivered');
  const { deliveredAt, nextAttemptAt, leaseOwner, leaseUntil, deadAt } = await kept();
  assert.deepEqual(deliveredAt, shop.ctx.clock.now());
  assert.deepEqual([nextAttemptAt, leaseOwner, leaseUntil, deadAt], [null, null, null, null]);
});

test('what did not get through is tried again soon, and not held against the message', async () => {
  await settle({ reason: 'unreachable' }, { attempts: 1000, failures: 3 });
  const { failures, lastError, nextAttemptAt, leaseOwner, deadAt } = await kept();
  assert.deepEqual([failures, lastError, leaseOwner, deadAt], [3, 'unreachable', null, null]);
  assert.ok(waitMs(nextAttemptAt) <= 2000);
});

test('what the receiver failed over waits longer each time, and is given up after eight', async () => {
  for (const [failures, longestMs] of [
    [0, 250],
    [3, 2000],
    [6, 10_000],
  ] as const) {
    await settle(fails(500), { failures });
    const { nextAttemptAt, ...row } = await kept();
    assert.deepEqual([row.failures, row.lastError], [failures + 1, 'internal']);
    assert.ok(waitMs(nextAttemptAt) <= longestMs, String(failures));
    await shop.owner.updateTable('outboxDeliveries').set({ leaseOwner: claimed.leaseOwner }).execute();
  }
  assert.equal((await settle(fails(500), { failures: 7 })).state, 'dead');
  const { deadAt, failures, nextAttemptAt, leaseOwner } = await kept();
  assert.deepEqual([deadAt, failures, nextAttemptAt, leaseOwner], [shop.ctx.clock.now(), 8, null, null]);
});

test('what makes no sense is dead at once', async () => {
  const fate = await settle(fails(404, 'orders.not_found'));
  assert.deepEqual(fate, { state: 'dead', error: 'orders.not_found' });
  const { deadAt, lastError, nextAttemptAt, attempts } = await kept();
  assert.deepEqual([deadAt, lastError, nextAttemptAt, attempts], [shop.ctx.clock.now(), 'orders.not_found', null, 1]);
});

test('after another claim took over, what the first one learned is not noted', async () => {
  const [second] = await claimDeliveries(later(shop.ctx, 30_001), { consumer: 'crm', limit: 1 });
  const before = await kept();
  assert.equal(before.leaseOwner, second?.leaseOwner);
  for (const outcome of [{ reason: 'delivered' }, { reason: 'unreachable' }, fails(400)] as const)
    await settle(outcome);
  assert.deepEqual(await kept(), before);
});

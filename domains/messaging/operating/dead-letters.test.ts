import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { addMessages, addOrder, deliveryOf } from '../../testing/messages.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { adoptOrphans } from '../adopt-orphans.ts';
import { claimDeliveries } from '../claim-deliveries.ts';
import { settleDelivery } from '../settle-delivery.ts';
import { discardDelivery } from './discard-delivery.ts';
import { retryDelivery } from './retry-delivery.ts';

let shop: SmallShop;
let orderId: number;
let letter: { eventId: string; consumer: string };

before(async () => {
  shop = await openSmallShop();
  orderId = await addOrder(shop);
});
after(() => shop[Symbol.asyncDispose]());
beforeEach(async () => {
  const [eventId = ''] = await addMessages(shop, orderId, 1);
  await adoptOrphans(shop.ctx, { producer: 'shop' });
  letter = { eventId, consumer: 'crm' };
  await deliver({ reason: 'status', status: 404, code: 'orders.not_found' });
});

/** What the dispatcher does with the only message that is due. */
async function deliver(outcome: Parameters<typeof settleDelivery>[1]['outcome']): Promise<void> {
  const [delivery] = await claimDeliveries(shop.ctx, { consumer: 'crm', limit: 20 });
  assert.equal(delivery?.eventId, letter.eventId);
  assert.ok(delivery);
  await settleDelivery(shop.ctx, { delivery, outcome });
}

async function auditOf() {
  return await shop.owner
    .selectFrom('auditLogs')
    .where('resourceName', '=', `deliveries/${letter.eventId}/crm`)
    .orderBy('id')
    .select(['actionName', 'actor', 'oldValue', 'newValue'])
    .execute();
}

test('a dead letter that is retried is sent again, and then arrives', async () => {
  const { state, lastError } = await retryDelivery(shop.crm, letter);
  assert.deepEqual([state, lastError], ['retrying', 'orders.not_found']);
  await deliver({ reason: 'delivered' });
  const { deliveredAt, deadAt, attempts } = await deliveryOf(shop, letter.eventId);
  assert.deepEqual([deliveredAt, deadAt, attempts], [shop.ctx.clock.now(), null, 2]);
});

test('one that fails again is dead again, and can be retried again', async () => {
  await retryDelivery(shop.crm, letter);
  await deliver({ reason: 'status', status: 409, code: 'orders.not_cancelled' });
  const again = await retryDelivery(shop.crm, letter);
  assert.deepEqual([again.state, again.lastError], ['retrying', 'orders.not_cancelled']);
  await deliver({ reason: 'delivered' });
});

test('a retry counts also when the clock of the operator goes after that of the dispatcher', async () => {
  const deadAt = new Date(shop.ctx.clock.now().getTime() + 60_000);
  await shop.owner.updateTable('outboxDeliveries').set({ deadAt }).where('eventId', '=', letter.eventId).execute();
  assert.equal((await retryDelivery(shop.crm, letter)).state, 'retrying');
  await deliver({ reason: 'delivered' });
});

test('one that is discarded is never sent, nor retried', async () => {
  assert.equal((await discardDelivery(shop.crm, letter)).state, 'discarded');
  assert.deepEqual(await claimDeliveries(shop.ctx, { consumer: 'crm', limit: 20 }), []);
  await assert.rejects(retryDelivery(shop.crm, letter), refusal('Conflict', 'messaging.not_dead'));
  await assert.rejects(discardDelivery(shop.crm, letter), refusal('Conflict', 'messaging.not_dead'));
});

test('what operators do is audited with who did it', async () => {
  await retryDelivery(shop.crm, letter);
  await deliver({ reason: 'status', status: 404, code: 'orders.not_found' });
  await discardDelivery(shop.crm, letter);
  const [retry, discard, ...others] = await auditOf();
  assert.deepEqual(others, []);
  assert.deepEqual([retry?.actionName, discard?.actionName], ['sync.retry', 'sync.discard']);
  assert.deepEqual([retry?.actor, discard?.actor], ['user:7', 'user:7']);
  assert.deepEqual(JSON.parse(discard?.oldValue ?? ''), { state: 'dead', last_error: 'orders.not_found' });
  assert.deepEqual(JSON.parse(discard?.newValue ?? ''), { state: 'discarded', last_error: 'orders.not_found' });
});

for (const [what, act] of [
  ['retry', retryDelivery],
  ['discard', discardDelivery],
] as const) {
  test(`${what}: what is on its way or delivered is none of an operator's business`, async () => {
    await retryDelivery(shop.crm, letter);
    await assert.rejects(act(shop.crm, letter), refusal('Conflict', 'messaging.not_dead'));
    await deliver({ reason: 'delivered' });
    await assert.rejects(act(shop.crm, letter), refusal('Conflict', 'messaging.not_dead'));
    assert.equal((await auditOf()).length, 1);
  });

  test(`${what}: there has to be such a message, for that consumer`, async () => {
    const unknown = refusal('NotFound', 'messaging.delivery_not_found');
    await assert.rejects(act(shop.crm, { ...letter, eventId: uuidV7() }), unknown);
    await assert.rejects(act(shop.crm, { ...letter, consumer: 'shop' }), unknown);
    await discardDelivery(shop.crm, letter);
  });
}

test('of two operators who discard at once one is too late', async () => {
  const answers = await Promise.allSettled([1, 2, 3].map(() => discardDelivery(shop.crm, letter)));
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.equal((await auditOf()).length, 1);
});

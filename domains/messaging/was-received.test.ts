import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { receiveMessage } from './receive-message.ts';
import { wasReceived } from './was-received.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { ctx, owner } = shop;

function eventOf() {
  return { id: uuidV7(), type: 'order.cancelled', payload: { order_id: 1, reason: 'test' } };
}

function alarms() {
  return owner.selectFrom('securityEvents').select(['attackType', 'severity']).execute();
}

test('a message was received once it was taken in, by that consumer', async () => {
  const event = eventOf();
  assert.equal(await wasReceived(ctx, { consumer: 'shop', event }), false);
  await receiveMessage(ctx, { consumer: 'shop', event }, async () => undefined);
  assert.equal(await wasReceived(ctx, { consumer: 'shop', event }), true);
  assert.equal(await wasReceived(ctx, { consumer: 'crm', event }), false);
  assert.deepEqual(await alarms(), []);
});

test('a known id with other content is refused and recorded as tampering, whatever the content is', async () => {
  const event = eventOf();
  await receiveMessage(ctx, { consumer: 'shop', event }, async () => undefined);
  for (const change of [{ payload: null }, { payload: { order_id: 2 } }, { type: 'order.praised' }]) {
    const changed = wasReceived(ctx, { consumer: 'shop', event: { ...event, ...change } });
    await assert.rejects(changed, refusal('Conflict', 'messaging.content_changed', 'id'));
  }
  assert.deepEqual(
    await alarms(),
    [1, 2, 3].map(() => ({ attackType: 'message_tampering', severity: 'high' })),
  );
});

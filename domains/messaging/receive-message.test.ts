import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidV7 } from '@octo/platform/context/uuid-v7.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { openOrder } from '../orders/index.ts';
import { recordOrderEvent } from '../orders/record-order-event.ts';
import { checkpoint } from '../testing/checkout-scene.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { receiveMessage } from './receive-message.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { ctx, owner } = shop;
const productId = await shop.addProduct({ stock: [1000] });
const { orderId } = await openOrder(ctx, await orderOf(ctx, [lineOf(productId, 1)]));

function eventOf(change: object = {}) {
  return { id: uuidV7(), type: 'order.cancelled', payload: { order_id: orderId, reason: 'test' }, ...change };
}

/** An effect that can be counted: a line in the story of the order. */
function noteAs(eventType: string) {
  return (ctx: Ctx) => recordOrderEvent(ctx, { orderId, eventType, from: null, to: 'pending' });
}

async function effectsOf(eventType: string): Promise<number> {
  return (await owner.selectFrom('orderEvents').where('eventType', '=', eventType).select('id').execute()).length;
}

async function receiptsOf(id: string): Promise<number> {
  return (await owner.selectFrom('inbox').where('eventId', '=', id).select('eventId').execute()).length;
}

test('applies a message once, whatever the order of its fields when it comes again', async () => {
  const event = eventOf();
  const apply = noteAs('test.once');
  assert.equal(await receiveMessage(ctx, { consumer: 'shop', event }, apply), 'applied');
  const again = { ...event, payload: { reason: 'test', order_id: orderId } };
  assert.equal(await receiveMessage(ctx, { consumer: 'shop', event: again }, apply), 'duplicate');
  assert.equal(await effectsOf('test.once'), 1);
});

test('what two consumers hear is received by each', async () => {
  const event = eventOf();
  for (const consumer of ['shop', 'crm'])
    assert.equal(await receiveMessage(ctx, { consumer, event }, noteAs('test.each')), 'applied');
  assert.equal(await effectsOf('test.each'), 2);
});

test('a known id with other content is refused, changes nothing and is recorded as tampering', async () => {
  const event = eventOf();
  await receiveMessage(ctx, { consumer: 'shop', event }, noteAs('test.changed'));
  const changed = { ...event, payload: { ...event.payload, reason: 'another' } };
  const caller = { ...ctx, actor: { ...ctx.actor, address: '192.0.2.7' } };
  await assert.rejects(
    receiveMessage(caller, { consumer: 'shop', event: changed }, noteAs('test.changed')),
    refusal('Conflict', 'messaging.content_changed', 'id'),
  );
  assert.equal(await effectsOf('test.changed'), 1);
  const alarms = await owner.selectFrom('securityEvents').selectAll().execute();
  assert.equal(alarms.length, 1);
  assert.equal(alarms[0]?.attackType, 'message_tampering');
  assert.equal(alarms[0]?.severity, 'high');
  assert.equal(alarms[0]?.sourceIp, '192.0.2.7');
  assert.ok(alarms[0]?.details?.includes(event.id));
});

test('a message whose effect fails was not received, and can come again', async () => {
  const event = eventOf();
  const fail = async (ctx: Ctx) => {
    await noteAs('test.failed')(ctx);
    throw new AppError('NotFound', 'orders.not_found', 'This order does not exist.');
  };
  await assert.rejects(receiveMessage(ctx, { consumer: 'shop', event }, fail), refusal('NotFound', 'orders.not_found'));
  assert.deepEqual([await effectsOf('test.failed'), await receiptsOf(event.id)], [0, 0]);
  assert.equal(await receiveMessage(ctx, { consumer: 'shop', event }, noteAs('test.failed')), 'applied');
});

test('one that comes while the first is under way waits for it, and is a duplicate', async () => {
  const event = eventOf();
  const halt = checkpoint();
  const slowly = async (ctx: Ctx) => {
    await noteAs('test.slow')(ctx);
    await halt.pass();
  };
  const first = receiveMessage(ctx, { consumer: 'shop', event }, slowly);
  await halt.reached;
  const others = [1, 2, 3].map(() => receiveMessage(ctx, { consumer: 'shop', event }, noteAs('test.slow')));
  halt.open();
  assert.deepEqual(await Promise.all([first, ...others]), ['applied', 'duplicate', 'duplicate', 'duplicate']);
  assert.equal(await effectsOf('test.slow'), 1);
});

test('should the first fail, one of those that wait applies it', async () => {
  const event = eventOf();
  const halt = checkpoint();
  const inVain = async () => {
    await halt.pass();
    throw new AppError('Unavailable', 'test.unavailable', 'Not now.');
  };
  const first = receiveMessage(ctx, { consumer: 'shop', event }, inVain);
  await halt.reached;
  const others = [1, 2, 3].map(() => receiveMessage(ctx, { consumer: 'shop', event }, noteAs('test.next')));
  halt.open();
  await assert.rejects(first, refusal('Unavailable', 'test.unavailable'));
  assert.deepEqual((await Promise.all(others)).sort(), ['applied', 'duplicate', 'duplicate']);
  assert.equal(await effectsOf('test.next'), 1);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMessages, addOrder } from '../../testing/messages.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { adoptOrphans } from '../adopt-orphans.ts';
import { countDeadLetters } from './count-dead-letters.ts';
import { describeQueues } from './describe-queues.ts';
import { getDelivery } from './get-delivery.ts';
import { getDeliveryRecord } from './get-delivery-record.ts';
import { type ListDeliveriesInput, listDeliveries } from './list-deliveries.ts';
import { listOrderDeliveries } from './list-order-deliveries.ts';
import { listOrderReceipts } from './list-order-receipts.ts';

const minuteMs = 60_000;
const traceId = '0af7651916cd43dd8448eb211c80319c';

let shop: SmallShop;
let orderId: number;
let otherOrderId: number;
/** One message per state, oldest first; the last two are for the shop. */
const ids: Record<string, string> = {};

function ago(ms: number): Date {
  return new Date(shop.ctx.clock.now().getTime() - ms);
}

before(async () => {
  shop = await openSmallShop();
  orderId = await addOrder(shop);
  otherOrderId = await addOrder(shop);
  const over = { nextAttemptAt: null };
  const dead = { ...over, deadAt: ago(minuteMs), lastError: 'orders.not_found', attempts: 1 };
  const progress: Record<string, object> = {
    waiting: { attempts: 0 },
    failed: { attempts: 2, lastError: 'unreachable', nextAttemptAt: ago(-1000) },
    delivered: { ...over, attempts: 3, lastError: 'unreachable', deliveredAt: ago(minuteMs) },
    deliveredLongAgo: { ...over, attempts: 1, deliveredAt: ago(61 * minuteMs) },
    dead,
    deadAgain: { ...dead, retryRequestedAt: ago(minuteMs) },
    toBeRetried: { ...dead, retryRequestedAt: ago(minuteMs - 1) },
    discarded: { ...dead, discardedAt: ago(1) },
  };
  const sent = await addMessages(shop, orderId, 8);
  await adoptOrphans(shop.ctx, { producer: 'shop' });
  for (const [index, [name, values]] of Object.entries(progress).entries()) {
    ids[name] = sent[index] ?? '';
    await shop.owner.updateTable('outboxDeliveries').set(values).where('eventId', '=', ids[name]).execute();
  }
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  await shop.owner
    .updateTable('outbox')
    .set({ traceparent })
    .where('id', '=', ids.failed ?? '')
    .execute();
  [ids.toShop = ''] = await addMessages(shop, otherOrderId, 1, { producer: 'crm', eventType: 'order.cancelled' });
  await adoptOrphans(shop.crm, { producer: 'crm' });
});
after(() => shop[Symbol.asyncDispose]());

async function namesOf(input: ListDeliveriesInput): Promise<string[]> {
  const { deliveries } = await listDeliveries(shop.crm, input);
  return deliveries.map(({ eventId }) => Object.entries(ids).find(([, id]) => id === eventId)?.[0] ?? eventId);
}

const lists: [input: ListDeliveriesInput, names: string[]][] = [
  [{ state: 'waiting' }, ['toShop', 'toBeRetried', 'failed', 'waiting']],
  [{ state: 'dead' }, ['deadAgain', 'dead']],
  [{ state: 'delivered' }, ['deliveredLongAgo', 'delivered']],
  [{ state: 'discarded' }, ['discarded']],
];

for (const [input, names] of lists) {
  test(`lists what is ${input.state}, newest first`, async () => {
    assert.deepEqual(await namesOf(input), names);
  });
}

test('lists all of them page by page, each once', async () => {
  const pages = [];
  let after: string | undefined;
  do {
    const page = await listDeliveries(shop.crm, { limit: 4, after });
    pages.push(page.deliveries);
    after = page.next;
  } while (after !== undefined);
  assert.deepEqual(
    pages.map((page) => page.length),
    [4, 4, 1],
  );
  const all = pages.flat();
  assert.equal(new Set(all.map(({ eventId }) => eventId)).size, 9);
  const times = all.map(({ createdAt }) => createdAt.getTime());
  assert.deepEqual(
    times,
    times.toSorted((one, other) => other - one),
  );
});

test('a cursor of another list is refused', async () => {
  const { next: after } = await listDeliveries(shop.crm, { state: 'dead', limit: 1 });
  assert.ok(after);
  await assert.rejects(listDeliveries(shop.crm, { after }), refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

test('each says how far it is', async () => {
  const { deliveries } = await listDeliveries(shop.crm, {});
  const states = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, deliveries.find(({ eventId }) => eventId === id)?.state]),
  );
  assert.deepEqual(states, {
    waiting: 'waiting',
    failed: 'retrying',
    delivered: 'delivered',
    deliveredLongAgo: 'delivered',
    dead: 'dead',
    deadAgain: 'dead',
    toBeRetried: 'retrying',
    discarded: 'discarded',
    toShop: 'waiting',
  });
  const { failed = '' } = ids;
  assert.deepEqual(
    deliveries.find(({ eventId }) => eventId === failed),
    {
      eventId: failed,
      eventType: 'order.placed',
      consumer: 'crm',
      state: 'retrying',
      attempts: 2,
      createdAt: ago(7000),
      deliveredAt: null,
      nextAttemptAt: ago(-1000),
      lastError: 'unreachable',
      orderId,
      traceId,
    },
  );
});

test('tells of one order alone', async () => {
  const [delivery, ...others] = await listOrderDeliveries(shop.crm, { orderId: otherOrderId });
  assert.deepEqual(others, []);
  assert.deepEqual([delivery?.eventType, delivery?.consumer], ['order.cancelled', 'shop']);
  assert.equal((await listOrderDeliveries(shop.crm, { orderId })).length, 8);
});

test('the queues say how far each consumer lags behind', async () => {
  assert.deepEqual(await describeQueues(shop.crm), [
    {
      consumer: 'crm',
      waiting: 3,
      retrying: 2,
      dead: 2,
      deliveredLastHour: 1,
      oldestWaitingAt: ago(8000),
      lagMs: 8000,
    },
    {
      consumer: 'shop',
      waiting: 1,
      retrying: 0,
      dead: 0,
      deliveredLastHour: 0,
      oldestWaitingAt: ago(1000),
      lagMs: 1000,
    },
  ]);
});

test('dead letters are those that nobody has looked after', async () => {
  assert.equal(await countDeadLetters(shop.crm), 2);
});

test('one delivery is told by its message and who is to hear it', async () => {
  const eventId = ids.delivered ?? '';
  const { state, attempts } = await getDelivery(shop.crm, { eventId, consumer: 'crm' });
  assert.deepEqual([state, attempts], ['delivered', 3]);
  await assert.rejects(
    getDelivery(shop.crm, { eventId, consumer: 'shop' }),
    refusal('NotFound', 'messaging.delivery_not_found'),
  );
});

test('of a day it is told how many got through, how many were given up, and when the last one came', async () => {
  const { delivered, givenUp, lastDeliveredAt } = await getDeliveryRecord(shop.crm);
  assert.deepEqual([delivered, givenUp], [2, 4]);
  assert.deepEqual(lastDeliveredAt, ago(minuteMs));
});

test('what was taken in of an order is told with when and by whom', async () => {
  assert.deepEqual(await listOrderReceipts(shop.crm, { orderId }), []);
  const receipt = { eventId: ids.delivered ?? '', consumer: 'crm', receivedAt: ago(minuteMs) };
  await shop.owner
    .insertInto('inbox')
    .values({ ...receipt, eventType: 'order.placed', payloadHash: 'a'.repeat(64) })
    .execute();
  assert.deepEqual(await listOrderReceipts(shop.crm, { orderId }), [receipt]);
  assert.deepEqual(await listOrderReceipts(shop.crm, { orderId: otherOrderId }), []);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { bookOf } from '../testing/order-books.ts';
import { later } from '../testing/orders.ts';
import { placeOrder } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { getOrder } from './get-order.ts';
import { lockOrderForUpdate } from './lock-order-for-update.ts';
import { moveOrder } from './move-order.ts';
import { noteProgress } from './note-progress.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { owner } = shop;
const crm = later(shop.crm, 60_000);

test('an order that is moved has a new version, and its step is told in its story and in the audit', async () => {
  const { orderId } = await placeOrder(shop);
  const order = await getOrder(crm, { orderId });
  const details = 'As agreed';
  const moved = await moveOrder(crm, order, { to: 'on_hold', details, before: { work: 1 }, after: { work: 2 } });
  assert.deepEqual(moved, await getOrder(crm, { orderId }));
  assert.deepEqual(moved, { ...order, status: 'on_hold', version: order.version + 1 });
  const { order: row, events, audits } = await bookOf(owner, orderId);
  assert.deepEqual(row.updatedAt, crm.clock.now());
  const event = events.at(-1);
  assert.deepEqual([event?.eventType, event?.fromStatus, event?.toStatus], ['order.on_hold', 'placed', 'on_hold']);
  assert.deepEqual([event?.actor, event?.details, event?.traceId], ['user:7', details, crm.traceId]);
  const [audit] = audits;
  assert.deepEqual([audit?.actionName, audit?.actor], ['orders.status', 'user:7']);
  assert.deepEqual(JSON.parse(audit?.oldValue ?? ''), { status: 'placed', work: 1 });
  assert.deepEqual(JSON.parse(audit?.newValue ?? ''), { status: 'on_hold', work: 2, reason: details });
});

test('a step that does not exist is refused, and what is possible is said', async () => {
  const { orderId } = await placeOrder(shop);
  const order = await getOrder(crm, { orderId });
  const refused = moveOrder(crm, order, { to: 'delivered' });
  await assert.rejects(refused, refusal('Conflict', 'orders.step_refused', 'status'));
  await assert.rejects(moveOrder(crm, order, { to: 'shipped' }), {
    message: 'The order is placed and cannot become shipped. It can become accepted, on hold or cancelled.',
  });
  assert.deepEqual(await getOrder(crm, { orderId }), order);
});

test('what leaves an order where it is has its place in the story as well', async () => {
  const { orderId } = await placeOrder(shop);
  const order = await getOrder(crm, { orderId });
  const noted = await noteProgress(crm, order, { eventType: 'fulfilment.packed', action: 'orders.fulfilment' });
  assert.deepEqual(noted, { ...order, version: order.version + 1 });
  const { events, audits } = await bookOf(owner, orderId);
  assert.deepEqual([events.at(-1)?.eventType, events.at(-1)?.fromStatus], ['fulfilment.packed', 'placed']);
  assert.equal(audits[0]?.newValue, '{"status":"placed"}');
});

test('an order that was read before somebody else moved it is not moved again', async () => {
  const { orderId } = await placeOrder(shop);
  const seen = await getOrder(crm, { orderId });
  await moveOrder(crm, seen, { to: 'accepted' });
  await assert.rejects(moveOrder(crm, seen, { to: 'on_hold' }), /moved while it was locked/);
  assert.equal((await getOrder(crm, { orderId })).status, 'accepted');
});

test('whoever saw another version is told so, and does not get the order', async () => {
  const { orderId } = await placeOrder(shop);
  const { version } = await getOrder(crm, { orderId });
  assert.equal((await lockOrderForUpdate(crm, { orderId, version })).version, version);
  for (const other of [version - 1, version + 1]) {
    const stale = lockOrderForUpdate(crm, { orderId, version: other });
    await assert.rejects(stale, refusal('Conflict', 'orders.stale', 'version'));
  }
});

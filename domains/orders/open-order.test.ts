import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lineOf, orderOf } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { assertStockIsWhole, stockOf } from '../testing/stock.ts';
import { getOrder } from './get-order.ts';
import { getSessionOrder } from './get-session-order.ts';
import { type OpenOrderInput, openOrder } from './open-order.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

test('an order is born pending, with its lines, its stock, its open payment and the first line of its story', async () => {
  const [one, two] = [await shop.addProduct({ stock: [4] }), await shop.addProduct()];
  const lines = [lineOf(one, 3, 1995), lineOf(two, 1, 5)] as const;
  const input = await orderOf(shop.ctx, lines, { notes: '  at the door ' });
  const opened = await openOrder(shop.ctx, input);
  assert.deepEqual(opened, { orderId: input.orderId, orderNumber: `OCTO-${input.orderId}`, totalCents: 5990 });
  const order = await getOrder(shop.ctx, opened);
  assert.deepEqual([order.status, order.paymentStatus, order.totalCents], ['pending', 'pending', 5990]);
  assert.deepEqual(order.lines, lines);
  assert.equal(order.traceId, shop.ctx.traceId);
  assert.deepEqual(await stockOf(shop.owner, one), [1]);
  const { orderId } = opened;
  const row = await shop.owner.selectFrom('orders').where('id', '=', orderId).selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([row.notes, row.subtotal, row.placedAt], ['at the door', '59.90', null]);
  const events = await shop.owner.selectFrom('orderEvents').where('orderId', '=', orderId).selectAll().execute();
  assert.deepEqual(
    events.map((event) => [event.eventType, event.fromStatus, event.toStatus, event.actor]),
    [['order.opened', null, 'pending', 'guest']],
  );
  await assertStockIsWhole(shop.owner);
});

test('notes of nothing but space are none', async () => {
  const productId = await shop.addProduct();
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 1)], { notes: '  ' }));
  const row = await shop.owner.selectFrom('orders').where('id', '=', orderId).select('notes').executeTakeFirst();
  assert.equal(row?.notes, null);
});

test('an order without a line is refused', async () => {
  const input = await orderOf(shop.ctx, [lineOf(1, 1)]);
  await assert.rejects(openOrder(shop.ctx, { ...input, lines: withoutLines() }), TypeError);
  await assert.rejects(getOrder(shop.ctx, input), refusal('NotFound', 'orders.not_found', 'order_id'));
});

test('when stock is short nothing of the order is written, not even its buyer', async () => {
  const productId = await shop.addProduct({ stock: [2, 2] });
  const input = await orderOf(shop.ctx, [lineOf(productId, 5)], { customerEmail: 'nobody@buyer.test' });
  await assert.rejects(openOrder(shop.ctx, input), refusal('Conflict', 'catalog.out_of_stock', 'quantity'));
  await assert.rejects(getOrder(shop.ctx, input), refusal('NotFound', 'orders.not_found'));
  const { owner } = shop;
  const { orderId } = input;
  const rests = await Promise.all([
    owner.selectFrom('payments').where('orderId', '=', orderId).select('id').execute(),
    owner.selectFrom('orderItems').where('orderId', '=', orderId).select('id').execute(),
    owner.selectFrom('orderEvents').where('orderId', '=', orderId).select('id').execute(),
    owner.selectFrom('customers').where('email', '=', input.customerEmail).select('id').execute(),
  ]);
  assert.deepEqual(rests.flat(), []);
  assert.deepEqual(await stockOf(owner, productId), [2, 2]);
  await assertStockIsWhole(owner);
});

test('an order is shown to the session that placed it, by its number, and to no other', async () => {
  const input = await orderOf(shop.ctx, [lineOf(await shop.addProduct(), 1)]);
  const { orderNumber, orderId } = await openOrder(shop.ctx, input);
  const { sessionId } = input;
  assert.equal((await getSessionOrder(shop.ctx, { orderNumber, sessionId })).id, orderId);
  const notFound = refusal('NotFound', 'orders.not_found', 'order_number');
  await assert.rejects(getSessionOrder(shop.ctx, { orderNumber, sessionId: 'somebody-else-0001' }), notFound);
  await assert.rejects(getSessionOrder(shop.ctx, { orderNumber: 'OCTO-1', sessionId }), notFound);
});

/** What the type forbids and a caller without types may still send. */
function withoutLines(): OpenOrderInput['lines'] {
  return [] as unknown as OpenOrderInput['lines'];
}

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { getCart } from '../cart/index.ts';
import { getOrder } from '../orders/index.ts';
import { assertNothingIsLost } from '../testing/checkout-scene.ts';
import { checkoutOf, fillCart, newSession } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { stockOf } from '../testing/stock.ts';
import { checkOut } from './check-out.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
afterEach(() => assertNothingIsLost(shop));
after(() => shop[Symbol.asyncDispose]());

async function buyer(quantity = 2) {
  const productId = await shop.addProduct({ price: '19.95', stock: [5] });
  return { productId, sessionId: await fillCart(shop.ctx, { productId, quantity }) };
}

async function ordersOf(sessionId: string) {
  return await shop.owner.selectFrom('orders').where('sessionId', '=', sessionId).select(['id', 'status']).execute();
}

async function unitsInCart(sessionId: string): Promise<number> {
  const { lines } = await getCart(shop.ctx, { sessionId, shopId });
  return lines.reduce((units, line) => units + line.quantity, 0);
}

async function chargesOf(orderId: number | undefined) {
  return await shop.owner
    .selectFrom('simulatedCharges')
    .where('orderId', '=', orderId ?? 0)
    .selectAll()
    .execute();
}

test('an accepted card places the order, paid, and empties the cart', async () => {
  const { productId, sessionId } = await buyer();
  const result = await checkOut(shop.ctx, checkoutOf(sessionId));
  const { orderId } = result;
  const { traceId } = shop.ctx;
  const order = await getOrder(shop.ctx, { orderId });
  assert.deepEqual(result, {
    orderId,
    orderNumber: `OCTO-${orderId}`,
    customerId: order.customerId,
    totalCents: 3990,
    currency: 'USD',
    sessionId,
    traceId,
  });
  assert.deepEqual([order.status, order.paymentStatus], ['placed', 'paid']);
  assert.equal((await chargesOf(orderId))[0]?.amount, '39.90');
  assert.equal(await unitsInCart(sessionId), 0);
  assert.deepEqual(await stockOf(shop.owner, productId), [3]);
});

test('a declined card fails the order and gives cart and stock back', async () => {
  const { productId, sessionId } = await buyer();
  await assert.rejects(
    checkOut(shop.ctx, checkoutOf(sessionId, { paymentToken: 'tok_declined' })),
    refusal('Declined', 'payments.card_declined', 'payment_token'),
  );
  const orders = await ordersOf(sessionId);
  assert.deepEqual(
    orders.map((order) => order.status),
    ['failed'],
  );
  assert.equal(await unitsInCart(sessionId), 2);
  assert.deepEqual(await stockOf(shop.owner, productId), [5]);
});

test('a processor that is down charges nothing, fails the order and gives cart and stock back', async () => {
  const { productId, sessionId } = await buyer();
  await assert.rejects(
    checkOut(shop.ctx, checkoutOf(sessionId, { paymentToken: 'tok_processor_down' })),
    refusal('Unavailable', 'payments.processor_down'),
  );
  const [order] = await ordersOf(sessionId);
  assert.equal(order?.status, 'failed');
  assert.deepEqual(await chargesOf(order?.id), []);
  assert.equal(await unitsInCart(sessionId), 2);
  assert.deepEqual(await stockOf(shop.owner, productId), [5]);
});

test('after a decline the same cart is bought with another card', async () => {
  const { sessionId } = await buyer();
  await assert.rejects(checkOut(shop.ctx, checkoutOf(sessionId, { paymentToken: 'tok_declined' })));
  assert.equal((await checkOut(shop.ctx, checkoutOf(sessionId))).totalCents, 3990);
});

test('a bank transfer is placed on account, and no card is charged', async () => {
  const { sessionId } = await buyer();
  const input = checkoutOf(sessionId, { paymentMethod: 'bank_transfer', paymentToken: undefined });
  const { orderId } = await checkOut(shop.ctx, input);
  const order = await getOrder(shop.ctx, { orderId });
  assert.deepEqual([order.status, order.paymentStatus], ['placed', 'pending']);
  assert.deepEqual(await chargesOf(orderId), []);
});

test('paying by card without a card is refused before anything happens', async () => {
  const { sessionId } = await buyer();
  await assert.rejects(
    checkOut(shop.ctx, checkoutOf(sessionId, { paymentToken: undefined })),
    refusal('Invalid', 'checkout.payment_token_missing', 'payment_token'),
  );
  assert.deepEqual(await ordersOf(sessionId), []);
  assert.equal(await unitsInCart(sessionId), 2);
});

test('an empty cart is refused', async () => {
  const refused = refusal('Conflict', 'cart.empty', 'session_id');
  await assert.rejects(checkOut(shop.ctx, checkoutOf(newSession())), refused);
});

test('stock that went meanwhile refuses the checkout, and the cart stays', async () => {
  const { productId, sessionId } = await buyer(4);
  const quicker = await fillCart(shop.ctx, { productId, quantity: 3 });
  await checkOut(shop.ctx, checkoutOf(quicker));
  await assert.rejects(
    checkOut(shop.ctx, checkoutOf(sessionId)),
    refusal('Conflict', 'catalog.out_of_stock', 'quantity'),
  );
  assert.equal(await unitsInCart(sessionId), 4);
  assert.deepEqual(await ordersOf(sessionId), []);
});

test('a cart that is checked out five times at once without a key makes one order', async () => {
  const { sessionId } = await buyer();
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => checkOut(shop.ctx, checkoutOf(sessionId))));
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  assert.ok(refused.length === 4 && refused.every(({ reason }) => refusal('Conflict', 'cart.empty')(reason)));
  assert.equal((await ordersOf(sessionId)).length, 1);
});

test('a known customer is kept as known, while the order keeps what the buyer wrote', async () => {
  const first = await buyer();
  await checkOut(shop.ctx, checkoutOf(first.sessionId, { customerName: 'Ada', customerEmail: 'known@buyer.test' }));
  const second = await buyer();
  const change = { customerName: 'Countess', customerEmail: 'KNOWN@buyer.test' };
  const { orderId } = await checkOut(shop.ctx, checkoutOf(second.sessionId, change));
  const order = await getOrder(shop.ctx, { orderId });
  assert.deepEqual([order.customerName, order.customerEmail], ['Countess', 'KNOWN@buyer.test']);
  const customer = await shop.owner.selectFrom('customers').where('id', '=', order.customerId).selectAll().execute();
  assert.deepEqual([customer[0]?.name, customer[0]?.email], ['Ada', 'known@buyer.test']);
});

test('carts that overlap, bought all at once in different orders, neither deadlock nor oversell', async () => {
  const productIds: number[] = [];
  for (let i = 0; i < 4; i += 1) productIds.push(await shop.addProduct({ stock: [3, 3] }));
  const sessions = await Promise.all(
    Array.from({ length: 16 }, (_, i) => {
      const rotated = [...productIds.slice(i % 4), ...productIds.slice(0, i % 4)].slice(0, 3);
      const tokens = i % 3 === 0 ? 'tok_declined' : 'tok_accepted';
      return fillCart(shop.ctx, ...rotated.map((productId) => ({ productId, quantity: 1 }))).then((sessionId) =>
        checkoutOf(sessionId, { paymentToken: tokens }),
      );
    }),
  );
  const attempts = await Promise.allSettled(sessions.map((input) => checkOut(shop.ctx, input)));
  const expected = [refusal('Conflict', 'catalog.out_of_stock'), refusal('Declined', 'payments.card_declined')];
  for (const attempt of attempts) {
    if (attempt.status === 'rejected')
      assert.ok(
        expected.some((is) => is(attempt.reason)),
        String(attempt.reason),
      );
  }
  assert.ok(attempts.some((attempt) => attempt.status === 'fulfilled'));
});

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { addToCart } from '../cart/index.ts';
import { assertNothingIsLost, checkpoint, sweep, withRail } from '../testing/checkout-scene.ts';
import { checkoutOf, fillCart, later, newSession } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { checkOut } from './check-out.ts';
import type { CheckoutInput } from './checkout-input.ts';
import { purgeIdempotencyKeys } from './purge-idempotency-keys.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
afterEach(() => assertNothingIsLost(shop));
after(() => shop[Symbol.asyncDispose]());

const stillRunning = refusal('Conflict', 'checkout.still_running', 'Idempotency-Key');

async function keyed(change: Partial<CheckoutInput> = {}): Promise<CheckoutInput> {
  const sessionId = await fillCart(shop.ctx, { productId: await shop.addProduct(), quantity: 1 });
  return checkoutOf(sessionId, { idempotencyKey: 'key-1', ...change });
}

async function orderStates(sessionId: string): Promise<string[]> {
  const orders = await shop.owner
    .selectFrom('orders')
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .select('status')
    .execute();
  return orders.map((order) => order.status);
}

test('a repeat gets the same order, although the cart is empty by then', async () => {
  const input = await keyed();
  const first = await checkOut(shop.ctx, input);
  assert.deepEqual(await checkOut({ ...shop.ctx, traceId: 'f'.repeat(32) }, input), first);
  assert.deepEqual(await orderStates(input.sessionId), ['placed']);
});

test('a key that comes with another request is refused', async () => {
  const input = await keyed();
  await checkOut(shop.ctx, input);
  const reused = refusal('Conflict', 'checkout.key_reused', 'Idempotency-Key');
  await assert.rejects(checkOut(shop.ctx, { ...input, shippingAddress: 'Elsewhere 2' }), reused);
  assert.deepEqual(await orderStates(input.sessionId), ['placed']);
});

test('a key counts in its own session alone', async () => {
  const [mine, yours] = [await keyed(), await keyed()];
  assert.notEqual((await checkOut(shop.ctx, mine)).orderId, (await checkOut(shop.ctx, yours)).orderId);
});

test('five requests with one key at once make one order and get the same answer', async () => {
  const input = await keyed();
  const results = await Promise.all(Array.from({ length: 5 }, () => checkOut(shop.ctx, input)));
  assert.equal(new Set(results.map((result) => result.orderId)).size, 1);
  assert.deepEqual(await orderStates(input.sessionId), ['placed']);
});

test('a repeat waits for the first request and gets its result', async () => {
  const input = await keyed();
  const { pass, open, reached } = checkpoint();
  const slow = withRail(shop.ctx, { charge: (request) => pass().then(() => shop.ctx.rail.charge(request)) });
  const first = checkOut(slow, input);
  await reached;
  const repeat = checkOut(shop.ctx, input);
  open();
  assert.deepEqual(await repeat, await first);
});

test('a repeat that has waited long enough is told that the first still runs', async () => {
  const input = await keyed();
  const { pass, open, reached } = checkpoint();
  const slow = withRail(shop.ctx, { charge: (request) => pass().then(() => shop.ctx.rail.charge(request)) });
  const first = checkOut(slow, input);
  await reached;
  await assert.rejects(checkOut({ ...shop.ctx, repeatWaitMs: 100 }, input), stillRunning);
  open();
  await first;
});

test('a decline is what every repeat hears, and makes no second order', async () => {
  const input = await keyed({ paymentToken: 'tok_declined' });
  const declined = refusal('Declined', 'payments.card_declined', 'payment_token');
  await assert.rejects(checkOut(shop.ctx, input), declined);
  await assert.rejects(checkOut(shop.ctx, input), declined);
  assert.deepEqual(await orderStates(input.sessionId), ['failed']);
});

test('a processor that was down frees the key: the repeat is a new attempt', async () => {
  const input = await keyed();
  const down = withRail(shop.ctx, { charge: async () => ({ status: 'processor_down' }) });
  await assert.rejects(checkOut(down, input), refusal('Unavailable', 'payments.processor_down'));
  await checkOut(shop.ctx, input);
  assert.deepEqual(await orderStates(input.sessionId), ['failed', 'placed']);
});

test('a checkout that was refused before it began leaves its key free', async () => {
  const input = checkoutOf(newSession(), { idempotencyKey: 'key-1' });
  await assert.rejects(checkOut(shop.ctx, input), refusal('Conflict', 'cart.empty'));
  const { sessionId } = input;
  await addToCart(shop.ctx, { sessionId, shopId, productId: await shop.addProduct(), quantity: 1 });
  assert.equal((await checkOut(shop.ctx, input)).sessionId, sessionId);
});

test('while the outcome is unknown a repeat charges nothing, and afterwards it hears the outcome', async () => {
  const input = await keyed();
  const unheard = withRail(shop.ctx, {
    charge: async (request) => {
      await shop.ctx.rail.charge(request);
      throw new Error('connection reset');
    },
  });
  await assert.rejects(checkOut(unheard, input), refusal('Unavailable', 'payments.outcome_unknown'));
  await assert.rejects(checkOut({ ...shop.ctx, repeatWaitMs: 0 }, input), stillRunning);
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.equal((await checkOut(shop.ctx, input)).orderId, order?.id);
});

test('answers are kept for a day, and a key that is still at work longer', async () => {
  await shop.owner.deleteFrom('idempotencyKeys').execute();
  await checkOut(shop.ctx, await keyed());
  const running = await keyed();
  const lost = withRail(shop.ctx, { charge: () => Promise.reject(new Error('lost')) });
  await assert.rejects(checkOut(lost, running));
  const hourMs = 3_600_000;
  assert.equal(await purgeIdempotencyKeys(later(shop.ctx, 23 * hourMs)), 0);
  assert.equal(await purgeIdempotencyKeys(later(shop.ctx, 25 * hourMs)), 1);
  const left = await shop.owner.selectFrom('idempotencyKeys').select('status').execute();
  assert.deepEqual(left, [{ status: 'running' }]);
});

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { getCart } from '../cart/index.ts';
import { getOrder } from '../orders/index.ts';
import { assertNothingIsLost, checkpoint, sweep, withRail } from '../testing/checkout-scene.ts';
import { checkoutOf, fillCart, later } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { stockOf } from '../testing/stock.ts';
import { beginCheckout } from './begin-checkout.ts';
import { checkOut } from './check-out.ts';
import type { CheckoutInput } from './checkout-input.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
afterEach(() => assertNothingIsLost(shop));
after(() => shop[Symbol.asyncDispose]());

const outcomeUnknown = refusal('Unavailable', 'payments.outcome_unknown');

async function buyer(change: Partial<CheckoutInput> = {}) {
  const productId = await shop.addProduct({ stock: [5] });
  const sessionId = await fillCart(shop.ctx, { productId, quantity: 2 });
  return { productId, sessionId, input: checkoutOf(sessionId, { idempotencyKey: 'key-1', ...change }) };
}

/** The rail does its work and its answer is lost. */
function unheard() {
  return withRail(shop.ctx, {
    charge: async (request) => {
      await shop.ctx.rail.charge(request);
      throw new Error('connection reset');
    },
  });
}

/** The request never reaches the rail. */
function unsent() {
  return withRail(shop.ctx, { charge: () => Promise.reject(new Error('connection refused')) });
}

async function pendingOrderOf(sessionId: string): Promise<number> {
  const orders = await shop.owner
    .selectFrom('orders')
    .where('sessionId', '=', sessionId)
    .select(['id', 'status'])
    .execute();
  assert.deepEqual(
    orders.map((order) => order.status),
    ['pending'],
  );
  return orders[0]?.id ?? 0;
}

async function unitsInCart(sessionId: string): Promise<number> {
  const { lines } = await getCart(shop.ctx, { sessionId, shopId });
  return lines.reduce((units, line) => units + line.quantity, 0);
}

test('a charge whose answer was lost is found, and its order placed', async () => {
  const { input, sessionId, productId } = await buyer();
  await assert.rejects(checkOut(unheard(), input), outcomeUnknown);
  const orderId = await pendingOrderOf(sessionId);
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.deepEqual([order?.id, order?.status, order?.paymentStatus], [orderId, 'placed', 'paid']);
  assert.deepEqual(await stockOf(shop.owner, productId), [3]);
  assert.equal(await unitsInCart(sessionId), 0);
});

test('a decline whose answer was lost is found: the order fails, stock and cart come back, repeats hear it', async () => {
  const { input, sessionId, productId } = await buyer({ paymentToken: 'tok_declined' });
  await assert.rejects(checkOut(unheard(), input), outcomeUnknown);
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.deepEqual([order?.status, order?.paymentStatus], ['failed', 'failed']);
  assert.deepEqual(await stockOf(shop.owner, productId), [5]);
  assert.equal(await unitsInCart(sessionId), 2);
  await assert.rejects(checkOut(shop.ctx, input), refusal('Declined', 'payments.card_declined'));
});

test('a charge the rail never heard of is voided: the order fails, all comes back, and a late charge is refused', async () => {
  const { input, sessionId, productId } = await buyer();
  await assert.rejects(checkOut(unsent(), input), outcomeUnknown);
  const orderId = await pendingOrderOf(sessionId);
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.equal(order?.status, 'failed');
  assert.deepEqual(await stockOf(shop.owner, productId), [5]);
  assert.equal(await unitsInCart(sessionId), 2);
  const late = await shop.ctx.rail.charge({ orderId, amountCents: 20_000, currency: 'USD', token: 'tok_accepted' });
  assert.deepEqual(late, { status: 'processor_down' });
  assert.equal((await checkOut(shop.ctx, input)).totalCents, 20_000);
});

test('a rail that hangs leaves the order to the sweeper', async () => {
  const { input, sessionId } = await buyer();
  const hanging = withRail(shop.ctx, { charge: () => new Promise(() => undefined) });
  await assert.rejects(checkOut({ ...hanging, railTimeoutMs: 20 }, input), outcomeUnknown);
  await pendingOrderOf(sessionId);
  assert.equal((await sweep(later(shop.ctx, 600_000)))[0]?.status, 'failed');
});

test('a transfer that a crash left between the transactions is placed on account', async () => {
  const { input } = await buyer({ paymentMethod: 'bank_transfer', paymentToken: undefined });
  const opened = await beginCheckout(shop.ctx, input);
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.deepEqual([order?.id, order?.status, order?.paymentStatus], [opened?.orderId, 'placed', 'pending']);
  assert.equal((await checkOut(shop.ctx, input)).orderId, opened?.orderId);
});

const silences = [
  { name: 'cannot be asked', find: () => Promise.reject(new Error('down')), told: /down/ },
  { name: 'does not answer when it is asked', find: () => new Promise<never>(() => undefined), told: /in time/ },
];

for (const { name, find, told } of silences) {
  test(`a rail that ${name} leaves the order pending for the next round`, async () => {
    const { input, sessionId } = await buyer();
    await assert.rejects(checkOut(unheard(), input), outcomeUnknown);
    await assert.rejects(sweep(later({ ...withRail(shop.ctx, { find }), railTimeoutMs: 20 }, 600_000)), told);
    await pendingOrderOf(sessionId);
    assert.equal((await sweep(later(shop.ctx, 700_000)))[0]?.status, 'placed');
  });
}

test('a checkout that comes back after the sweeper placed its order gets that order, announced once', async () => {
  const { input } = await buyer();
  const { pass, open, reached } = checkpoint();
  const slow = withRail(shop.ctx, {
    charge: (request) => shop.ctx.rail.charge(request).then((r) => pass().then(() => r)),
  });
  const checkout = checkOut(slow, input);
  await reached;
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.equal(order?.status, 'placed');
  open();
  assert.equal((await checkout).orderId, order?.id);
});

test('a checkout whose charge arrives after the sweeper gave up is not charged, and its cart is back once', async () => {
  const { input, sessionId, productId } = await buyer();
  const { pass, open, reached } = checkpoint();
  const slow = withRail(shop.ctx, { charge: (request) => pass().then(() => shop.ctx.rail.charge(request)) });
  const checkout = checkOut(slow, input);
  await reached;
  const [order] = await sweep(later(shop.ctx, 600_000));
  assert.equal(order?.status, 'failed');
  open();
  await assert.rejects(checkout, refusal('Unavailable', 'payments.processor_down'));
  assert.equal((await getOrder(shop.ctx, { orderId: order?.id ?? 0 })).status, 'failed');
  assert.deepEqual(await shop.ctx.rail.find(order?.id ?? 0), { status: 'voided' });
  assert.equal(await unitsInCart(sessionId), 2);
  assert.deepEqual(await stockOf(shop.owner, productId), [5]);
});

test('a charge that slips in while the sweeper gives up is found by the void: the order is placed, and its buyer gets it', async () => {
  const { input } = await buyer();
  const { pass, open, reached } = checkpoint();
  const slow = withRail(shop.ctx, {
    charge: (request) => shop.ctx.rail.charge(request).then((r) => pass().then(() => r)),
  });
  const checkout = checkOut(slow, input);
  await reached;
  const tooEarly = withRail(shop.ctx, { find: async () => undefined });
  const [order] = await sweep(later(tooEarly, 600_000));
  assert.deepEqual([order?.status, order?.paymentStatus], ['placed', 'paid']);
  open();
  assert.equal((await checkout).orderId, order?.id);
});

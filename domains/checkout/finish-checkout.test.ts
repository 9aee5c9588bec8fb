import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { getCart } from '../cart/index.ts';
import type { PaymentEnd } from '../orders/index.ts';
import { assertNothingIsLost } from '../testing/checkout-scene.ts';
import { checkoutOf, fillCart } from '../testing/orders.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { beginCheckout } from './begin-checkout.ts';
import { finishCheckout } from './finish-checkout.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
afterEach(() => assertNothingIsLost(shop));
after(() => shop[Symbol.asyncDispose]());

const paid: PaymentEnd = { status: 'paid', provider: 'simulated', reference: 'ref' };
const failed: PaymentEnd = { status: 'failed', provider: 'simulated' };

async function begin() {
  const sessionId = await fillCart(shop.ctx, { productId: await shop.addProduct(), quantity: 2 });
  const opened = await beginCheckout(shop.ctx, checkoutOf(sessionId));
  return { sessionId, orderId: opened?.orderId ?? 0 };
}

test('checkout and sweepers that finish an order at the same moment all hear the same end', async () => {
  const { orderId } = await begin();
  const orders = await Promise.all([1, 2, 3, 4].map(() => finishCheckout(shop.ctx, { orderId, end: paid })));
  assert.deepEqual(
    orders.map((order) => [order.status, order.paymentStatus]),
    Array.from({ length: 4 }, () => ['placed', 'paid']),
  );
});

test('whoever comes first decides, and the cart is given back at most once', async () => {
  const { orderId, sessionId } = await begin();
  const ends = [failed, paid, failed, paid];
  const orders = await Promise.all(ends.map((end) => finishCheckout(shop.ctx, { orderId, end })));
  const [first] = orders;
  assert.ok(orders.every((order) => order.status === first?.status));
  const { lines } = await getCart(shop.ctx, { sessionId, shopId });
  assert.deepEqual(
    lines.map((line) => line.quantity),
    first?.status === 'failed' ? [2] : [],
  );
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CheckoutCtx } from '../../checkout/index.ts';
import { changeOrderStatus } from '../../fulfilment/change-order-status.ts';
import { checkpoint, withRail } from '../../testing/checkout-scene.ts';
import { placeOrder } from '../../testing/placed-orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { stockOf } from '../../testing/stock.ts';
import { bookTransfer } from './book-transfer.ts';
import { refundCancelledOrder } from './refund-cancelled-order.ts';
import { releaseCancelledOrder } from './release-cancelled-order.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

const amountCents = 20_000;
const reference = 'SEPA-1';

/** Two units for 200 dollars, taken from a shelf with just these. */
async function orderBy(paymentMethod: 'credit_card' | 'bank_transfer', { isCancelled = true } = {}) {
  const order = await placeOrder(shop, { paymentMethod });
  if (isCancelled)
    await changeOrderStatus(shop.crm, { orderId: order.orderId, to: 'cancelled', reason: 'changed their mind' });
  return order;
}

/** What a shop does when it hears of a cancellation. */
async function cancel(orderId: number, ctx: CheckoutCtx = shop.ctx): Promise<void> {
  const isRefunded = await refundCancelledOrder(ctx, { orderId });
  await releaseCancelledOrder(ctx, { orderId, isRefunded });
}

function book(orderId: number, change: object = {}) {
  return bookTransfer(shop.ctx, { orderId, amountCents, currency: 'USD', reference, ...change });
}

async function paymentOf(orderId: number) {
  const { status, provider, providerReference } = await shop.owner
    .selectFrom('payments')
    .where('orderId', '=', orderId)
    .selectAll()
    .executeTakeFirstOrThrow();
  return { status, provider, providerReference };
}

async function refundsOf(orderId: number) {
  const charges = shop.owner.selectFrom('simulatedCharges').where('orderId', '=', orderId);
  return await charges.where('status', '=', 'refunded').select('amount').execute();
}

/** What happened about the payment, as the story of the order tells it. */
async function storyOf(orderId: number): Promise<string[]> {
  const events = await shop.owner
    .selectFrom('orderEvents')
    .where('orderId', '=', orderId)
    .where('eventType', 'like', 'payment.%')
    .orderBy('id')
    .select('eventType')
    .execute();
  return events.map(({ eventType }) => eventType);
}

test('a cancelled order gives back its stock and what was paid', async () => {
  const { orderId, productId } = await orderBy('credit_card');
  assert.deepEqual(await stockOf(shop.owner, productId), [0]);
  await cancel(orderId);
  assert.deepEqual(await stockOf(shop.owner, productId), [2]);
  assert.equal((await paymentOf(orderId)).status, 'refunded');
  assert.deepEqual(await refundsOf(orderId), [{ amount: '200.00' }]);
  assert.deepEqual(await storyOf(orderId), ['payment.refunded']);
});

test('a second time changes nothing', async () => {
  const { orderId, productId } = await orderBy('credit_card');
  for (let time = 0; time < 3; time += 1) await cancel(orderId);
  assert.deepEqual(await stockOf(shop.owner, productId), [2]);
  assert.deepEqual([(await refundsOf(orderId)).length, await storyOf(orderId)], [1, ['payment.refunded']]);
});

test('a crash after the refund and before its booking only makes the rail be asked again', async () => {
  const { orderId } = await orderBy('credit_card');
  await refundCancelledOrder(shop.ctx, { orderId });
  assert.equal((await paymentOf(orderId)).status, 'paid');
  await cancel(orderId);
  assert.deepEqual([(await paymentOf(orderId)).status, (await refundsOf(orderId)).length], ['refunded', 1]);
});

test('a rail that does not confirm leaves everything to the next time', async () => {
  const { orderId, productId } = await orderBy('credit_card');
  const silent = withRail(shop.ctx, { refund: () => Promise.reject(new Error('connection reset')) });
  await assert.rejects(cancel(orderId, silent), refusal('Unavailable', 'payments.refund_unknown'));
  assert.deepEqual([(await paymentOf(orderId)).status, await stockOf(shop.owner, productId)], ['paid', [0]]);
  await cancel(orderId);
  assert.equal((await paymentOf(orderId)).status, 'refunded');
});

test('no transaction waits for the rail', async () => {
  const { orderId } = await orderBy('credit_card');
  const halt = checkpoint();
  const slow = withRail(shop.ctx, {
    refund: async (request) => {
      await halt.pass();
      await shop.ctx.rail.refund(request);
    },
  });
  const cancelling = cancel(orderId, slow);
  await halt.reached;
  const idle = await shop.owner
    .selectFrom('orders')
    .where('id', '=', orderId)
    .forUpdate()
    .noWait()
    .select('id')
    .execute();
  assert.equal(idle.length, 1);
  halt.open();
  await cancelling;
});

test('a transfer that never came is not waited for any more', async () => {
  const { orderId, productId } = await orderBy('bank_transfer');
  await cancel(orderId);
  assert.deepEqual([(await paymentOf(orderId)).status, await stockOf(shop.owner, productId)], ['failed', [2]]);
  assert.deepEqual([await refundsOf(orderId), await storyOf(orderId)], [[], ['payment.failed']]);
});

test('an order that is not cancelled is not touched', async () => {
  const { orderId, productId } = await orderBy('credit_card', { isCancelled: false });
  const refused = refusal('Conflict', 'orders.not_cancelled', 'order_id');
  await assert.rejects(cancel(orderId), refused);
  await assert.rejects(releaseCancelledOrder(shop.ctx, { orderId, isRefunded: true }), refused);
  assert.deepEqual([(await paymentOf(orderId)).status, await stockOf(shop.owner, productId)], ['paid', [0]]);
});

test('an order that does not exist is told', async () => {
  const unknown = refusal('NotFound', 'orders.not_found', 'order_id');
  await assert.rejects(cancel(999_999), unknown);
  await assert.rejects(book(999_999), unknown);
});

test('a transfer that came is booked, once', async () => {
  const { orderId } = await orderBy('bank_transfer', { isCancelled: false });
  for (let time = 0; time < 2; time += 1) assert.equal((await book(orderId)).paymentStatus, 'paid');
  const paid = { status: 'paid', provider: 'bank_transfer', providerReference: reference };
  assert.deepEqual(await paymentOf(orderId), paid);
  assert.deepEqual(await storyOf(orderId), ['payment.received']);
});

test('a booked transfer goes back when the order is cancelled afterwards', async () => {
  const { orderId } = await orderBy('bank_transfer', { isCancelled: false });
  await book(orderId);
  await changeOrderStatus(shop.crm, { orderId, to: 'cancelled', reason: 'changed their mind' });
  await cancel(orderId);
  assert.deepEqual([(await paymentOf(orderId)).status, (await refundsOf(orderId)).length], ['refunded', 1]);
});

const orders: Record<string, (orderId: number) => Promise<unknown>> = {
  'first the transfer, then the cancellation': async (orderId) => {
    await book(orderId);
    await cancel(orderId);
  },
  'first the cancellation, then the transfer': async (orderId) => {
    await cancel(orderId);
    await book(orderId);
  },
  'both at once': (orderId) => Promise.all([book(orderId), cancel(orderId)]),
};

for (const [how, hear] of Object.entries(orders)) {
  test(`a transfer for a cancelled order is noted to be sent back: ${how}`, async () => {
    const { orderId, productId } = await orderBy('bank_transfer');
    await hear(orderId);
    assert.deepEqual([(await paymentOf(orderId)).status, await stockOf(shop.owner, productId)], ['failed', [2]]);
    assert.deepEqual((await storyOf(orderId)).sort(), ['payment.failed', 'payment.return_due']);
    assert.deepEqual(await refundsOf(orderId), []);
  });
}

test('a payment that slips in before a release is to be given back first', async () => {
  const { orderId } = await orderBy('credit_card');
  const early = releaseCancelledOrder(shop.ctx, { orderId, isRefunded: false });
  await assert.rejects(early, refusal('Unavailable', 'orders.refund_due'));
  assert.equal((await paymentOf(orderId)).status, 'paid');
});

for (const [what, change, field] of [
  ['another amount', { amountCents: amountCents - 1 }, 'amount'],
  ['another currency', { currency: 'EUR' }, 'currency'],
] as const) {
  test(`a transfer of ${what} is refused`, async () => {
    const { orderId } = await orderBy('bank_transfer', { isCancelled: false });
    await assert.rejects(book(orderId, change), refusal('Conflict', 'orders.not_this_transfer', field));
    assert.equal((await paymentOf(orderId)).status, 'pending');
  });
}

test('an order that was paid by card waits for no transfer', async () => {
  const { orderId } = await orderBy('credit_card', { isCancelled: false });
  await assert.rejects(book(orderId), refusal('Conflict', 'orders.not_this_transfer', 'order_id'));
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrder } from '../orders/index.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { chargeOrder } from './charge-order.ts';
import { settlePayment } from './settle-payment.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

test('a pending payment is settled once', async () => {
  const productId = await shop.addProduct();
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 1)]));
  await settlePayment(shop.ctx, { orderId, status: 'paid', provider: 'simulated', reference: 'ref' });
  const again = settlePayment(shop.ctx, { orderId, status: 'failed', provider: 'simulated' });
  await assert.rejects(again, /is not pending/);
  const payments = await shop.owner.selectFrom('payments').where('orderId', '=', orderId).selectAll().execute();
  assert.deepEqual([payments[0]?.status, payments[0]?.providerReference], ['paid', 'ref']);
});

const charge = { orderId: 1, amountCents: 100, currency: 'USD', token: 'tok_accepted' };
const outcomeUnknown = refusal('Unavailable', 'payments.outcome_unknown');

test('a rail that throws leaves the outcome unknown', async () => {
  const rail = { ...shop.ctx.rail, charge: () => Promise.reject(new Error('connection reset')) };
  await assert.rejects(chargeOrder({ ...shop.ctx, rail }, charge), outcomeUnknown);
});

test('a rail that does not answer in time leaves the outcome unknown', async () => {
  const rail = { ...shop.ctx.rail, charge: () => new Promise<never>(() => undefined) };
  await assert.rejects(chargeOrder({ ...shop.ctx, rail, railTimeoutMs: 20 }, charge), outcomeUnknown);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { bringOrder, placeOrder } from '../testing/placed-orders.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { changeOrderStatus } from './change-order-status.ts';
import { getFulfilment } from './get-fulfilment.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm } = shop;

test('of an order that was not taken nothing is there', async () => {
  const { orderId } = await placeOrder(shop);
  assert.deepEqual(await getFulfilment(crm, { orderId }), { acceptance: null, fulfilment: null, invoice: null });
});

test('of one that is on hold, acceptance and invoice are there, with what is unusual in words', async () => {
  const placed = await placeOrder(shop, { quantity: 60, paymentMethod: 'bank_transfer' });
  await bringOrder(shop, placed);
  const now = crm.clock.now();
  assert.deepEqual(await getFulfilment(crm, placed), {
    acceptance: {
      decision: 'on_hold',
      reason: 'More than 50 units of one product; waits for the transfer',
      anomalies: [{ code: 'bulk_quantity', description: 'More than 50 units of one product' }],
      decidedBy: 'service:crm',
      traceId: crm.traceId,
      acceptedAt: now,
    },
    fulfilment: null,
    invoice: {
      invoiceNumber: `INV-${placed.orderId}`,
      status: 'issued',
      amountCents: 600_000,
      issuedAt: now,
      dueAt: new Date(now.getTime() + 14 * 24 * 60 * 60 * 1000),
      paidAt: null,
    },
  });
});

test('of one that is accepted, the work is there; it rests while the order is held again', async () => {
  const placed = await placeOrder(shop);
  const { orderId } = placed;
  await bringOrder(shop, placed);
  const { fulfilment } = await getFulfilment(crm, { orderId });
  assert.deepEqual([fulfilment?.status, fulfilment?.isResting], ['queued', false]);
  await changeOrderStatus(crm, { orderId, to: 'on_hold', reason: 'Stock is counted' });
  assert.deepEqual((await getFulfilment(crm, { orderId })).fulfilment, { ...fulfilment, isResting: true });
});

test('the buyer’s shop may read it as well', async () => {
  const placed = await placeOrder(shop);
  await bringOrder(shop, placed);
  assert.deepEqual(await getFulfilment(shop.ctx, placed), await getFulfilment(crm, placed));
});

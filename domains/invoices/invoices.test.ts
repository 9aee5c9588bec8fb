import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { getOrder } from '../orders/index.ts';
import { bookOf } from '../testing/order-books.ts';
import { later } from '../testing/orders.ts';
import { placeOrder } from '../testing/placed-orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { findInvoice, issueInvoice, payInvoice, voidInvoice } from './index.ts';

const shop = await openSmallShop();
after(() => shop[Symbol.asyncDispose]());
const { crm, owner } = shop;

async function billed(paymentMethod: 'credit_card' | 'bank_transfer' = 'bank_transfer'): Promise<number> {
  const { orderId } = await placeOrder(shop, { paymentMethod });
  await issueInvoice(crm, await getOrder(crm, { orderId }));
  return orderId;
}

test('an order is billed once, however often it is asked for', async () => {
  const orderId = await billed();
  const order = await getOrder(crm, { orderId });
  await Promise.all([1, 2, 3].map(() => issueInvoice(crm, order)));
  const { invoices } = await bookOf(owner, orderId);
  assert.deepEqual(
    invoices.map(({ invoiceNumber, amount, currency, version }) => [invoiceNumber, amount, currency, version]),
    [[`INV-${orderId}`, '200.00', 'USD', 1]],
  );
});

test('an open invoice is paid once, from then on', async () => {
  const orderId = await billed();
  const tomorrow = later(crm, 24 * 60 * 60 * 1000);
  await payInvoice(tomorrow, { orderId });
  const [row] = (await bookOf(owner, orderId)).invoices;
  assert.deepEqual([row?.status, row?.paidAt, row?.version], ['paid', tomorrow.clock.now(), 2]);
  await assert.rejects(payInvoice(crm, { orderId }), refusal('Conflict', 'invoices.not_open'));
});

test('one that is overdue can still be paid', async () => {
  const orderId = await billed();
  await owner.updateTable('invoices').set({ status: 'overdue' }).where('orderId', '=', orderId).execute();
  await payInvoice(crm, { orderId });
  assert.equal((await findInvoice(crm, { orderId }))?.status, 'paid');
});

test('one that was taken back, paid or not, is open no more', async () => {
  for (const orderId of [await billed('bank_transfer'), await billed('credit_card')]) {
    await voidInvoice(crm, { orderId });
    assert.equal((await findInvoice(crm, { orderId }))?.status, 'void');
    await assert.rejects(payInvoice(crm, { orderId }), refusal('Conflict', 'invoices.not_open'));
  }
});

test('an order that was never billed has none to take back, and none to pay', async () => {
  const { orderId } = await placeOrder(shop);
  await voidInvoice(crm, { orderId });
  assert.equal(await findInvoice(crm, { orderId }), undefined);
  await assert.rejects(payInvoice(crm, { orderId }), refusal('Conflict', 'invoices.not_open'));
});

test('the shop may read an invoice, and neither write nor pay one', async () => {
  const orderId = await billed();
  assert.equal((await findInvoice(shop.ctx, { orderId }))?.amountCents, 20_000);
  await assert.rejects(payInvoice(shop.ctx, { orderId }), /permission denied/);
  await assert.rejects(issueInvoice(shop.ctx, await getOrder(crm, { orderId })), /permission denied/);
});

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { ask, checkOut, addToCart as putInCart } from '../drills/parts/buyer.ts';
import { until } from '../drills/parts/wait.ts';
import { untilHeardOf } from '../e2e/platform/operator.ts';
import { openVisitor } from '../e2e/shop/visitor.ts';
import {
  addToCart,
  buyer,
  type Confirmation,
  fillCheckout,
  placeOrder,
  readConfirmation,
} from '../e2e/steps/buying.ts';
import { type MixedHouse, openMixedHouse } from './mixed-house.ts';
import { checkOutRelease, head, previousCommit } from './release.ts';

const previous = await checkOutRelease(await previousCommit());
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await previous[Symbol.asyncDispose]();
});

const mixtures = [
  { shop: head, crm: previous },
  { shop: previous, crm: head },
];

for (const releases of mixtures) {
  describe(`the shop of ${releases.shop.name} beside the CRM of ${releases.crm.name}`, () => {
    let house: MixedHouse;
    before(async () => {
      house = await openMixedHouse(releases);
    });
    after(() => house?.[Symbol.asyncDispose]());

    test('a buyer finds a drone and pays; the order is accepted once in the trace of the checkout, and goes its way', async () => {
      const placed = await buyInBrowser(house, async (page) => {
        await page.goto('/');
        await page.getByRole('searchbox', { name: 'Search products' }).fill('skydio');
        await page.getByRole('searchbox', { name: 'Search products' }).press('Enter');
        await page.getByRole('heading', { name: 'Search results' }).waitFor();
        await addToCart(page, '/products/1');
      });
      const { id } = await untilHeardOf(house.operator, placed.orderNumber);
      const order = await orderOf(house, id);
      assert.deepEqual(
        [order.status, order.sync.acceptances, order.trace_id, order.acceptance?.trace_id],
        ['accepted', 1, placed.traceId, placed.traceId],
      );
      for (const status of ['picking', 'packed', 'shipped', 'delivered'])
        await done(house.operator.patch(`/api/orders/${id}/fulfilment`, { status }));
      assert.equal((await orderOf(house, id)).status, 'delivered');
    });

    test('a cancelled order gives its stock and its money back at the shop', async () => {
      const before = await stockOf(house, 12);
      const { orderNumber } = await buyInBrowser(house, (page) => addToCart(page, '/products/12'));
      const { id } = await untilHeardOf(house.operator, orderNumber);
      await until('the unit to be gone', async () => (await stockOf(house, 12)) === before - 1);
      await done(house.operator.patch(`/api/orders/${id}/status`, { status: 'cancelled', reason: 'The buyer called' }));
      await until('the refund', async () => (await orderOf(house, id)).payment_status === 'refunded');
      await until('the stock to come back', async () => (await stockOf(house, 12)) === before);
    });

    test('a transfer that the CRM records is booked by the shop', async () => {
      const sessionId = 'two-versions-transfer';
      await done(putInCart(house.shopUrl, sessionId, 13));
      const purchase = { sessionId, email: 'transfer@example.com', method: 'bank_transfer' as const };
      const { order_number: orderNumber } = await done(checkOut(house.shopUrl, purchase));
      const { id, payment_status: status } = await untilHeardOf(house.operator, String(orderNumber));
      assert.equal(status, 'pending');
      await done(house.operator.post(`/api/orders/${id}/payment`, { reference: 'SEPA 2026-0042' }));
      await until('the payment to be booked', async () => (await orderOf(house, id)).payment_status === 'paid');
    });

    test('a price that is changed at the CRM is what the next buyer sees', async () => {
      const { product } = await done(house.operator.get('/api/products/14'));
      const { version } = Object(product);
      await done(house.operator.patch('/api/products/14', { version, price: 4321.5 }));
      await using visitor = await openVisitor(browser, house.shopUrl);
      await until('the shop to show the new price', async () => {
        await visitor.page.goto('/products/14');
        return await visitor.page.getByRole('main').getByText('$4,321.50').first().isVisible();
      });
    });

    test('the shop learns from the CRM who its customers are', async () => {
      const { customers } = await done(house.operator.get(`/api/customers?search=${buyer.email}`));
      const [{ id, name }] = Object(customers);
      const told = await done(house.askShopAsService(`/api/integrations/crm/customer-enrichment?customer_id=${id}`));
      const { crm_profile: profile, source, enriched } = Object(told);
      assert.deepEqual([profile.customer_id, profile.name, source, enriched], [id, name, 'enterprise-crm', true]);
      assert.equal(
        (await house.askShopAsService('/api/integrations/crm/customer-enrichment?customer_id=2000000000')).status,
        404,
      );
    });
  });
}

async function buyInBrowser({ shopUrl }: MixedHouse, fillCart: (page: Page) => Promise<void>): Promise<Confirmation> {
  await using visitor = await openVisitor(browser, shopUrl);
  const { page } = visitor;
  await fillCart(page);
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  return await readConfirmation(page);
}

async function orderOf({ operator }: MixedHouse, id: number): Promise<OrderDetail> {
  return Object(await done(operator.get(`/api/orders/${id}`)));
}

async function stockOf({ shopUrl }: MixedHouse, productId: number): Promise<number> {
  return Number((await done(ask(`${shopUrl}/api/products/${productId}`))).stock);
}

/** What was answered to a request that must not fail. */
async function done(asked: ReturnType<typeof ask>): Promise<Record<string, unknown>> {
  const { status, body } = await asked;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

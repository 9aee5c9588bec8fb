import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setShopStatus } from '../../apps/shop/testing/catalogue.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { leaveInStock } from './shop/arrange.ts';
import { openScene } from './shop/open-scene.ts';
import { addToCart, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';

// Every page in every state: no fault of accessibility at phone and desktop width, light and dark, no sideways
// scrolling, nothing too small for a thumb, no complaint of the browser.

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());
await leaveInStock(scene.owner, 'DRN-011', 0);

const openPages = {
  'the home page': '/',
  'the catalogue': '/shop',
  'a category, sorted': '/shop?category=Industrial+Drones&sort_by=price_desc',
  'a search': '/shop?search=thermal',
  'a search that finds nothing': '/shop?search=zeppelin&category=Batteries',
  'a product': '/products/1',
  'a product with little stock': '/products/6',
  'a product that is sold out': '/products/11',
  'the dealers': '/locations',
  'an empty cart': '/cart',
};

const problems = [
  ['an address where nothing is', '/nowhere', 404],
  ['an unknown product', '/products/999999', 404],
  ['a search of 10,000 characters', `/shop?search=${'a'.repeat(10_000)}`, 400],
  ['a confirmation of somebody else', '/orders/OCTO-1000001', 404],
] as const;

// Side by side: while one page is judged, the next is on its way.
describe('an open shop', { concurrency: 2 }, () => {
  for (const [name, path] of Object.entries(openPages)) {
    test(`${name} is sound`, async () => {
      await using visitor = await scene.visit();
      await visitor.page.goto(path);
      await inspectPage(visitor.page);
    });
  }

  for (const [name, path, status] of problems) {
    test(`${name} has a page that is sound`, async () => {
      await using visitor = await scene.visit();
      visitor.faults.expect(status);
      const answer = await visitor.page.goto(path);
      assert.equal(answer?.status(), status);
      assert.equal(await visitor.page.getByRole('heading', { level: 1 }).count(), 1);
      const traceId = answer?.headers()['x-trace-id'] ?? 'none';
      assert.match(await visitor.page.getByRole('main').innerText(), new RegExp(traceId));
      await inspectPage(visitor.page);
    });
  }

  test('the open menu is sound', async () => {
    await using visitor = await scene.visit();
    await visitor.page.goto('/');
    await visitor.page.locator('summary', { hasText: 'Shop' }).click();
    await visitor.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Batteries' }).waitFor();
    await inspectPage(visitor.page);
  });

  test('from the product to the confirmation every step is sound', async () => {
    await using visitor = await scene.visit();
    const { page, faults } = visitor;
    await addToCart(page, '/products/43');
    await inspectPage(page);
    await page.goto('/cart');
    await inspectPage(page);
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor();
    await inspectPage(page);

    faults.expect(400);
    await page.locator('form[data-checkout]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await placeOrder(page);
    await page.getByText('Please check 3 things').waitFor();
    await inspectPage(page);

    faults.expect(402);
    await fillCheckout(page);
    await page.getByLabel('Declined').check();
    await placeOrder(page);
    await page.getByRole('alert').waitFor();
    await inspectPage(page);

    await page.getByLabel('Approved').check();
    await placeOrder(page);
    await readConfirmation(page);
    await inspectPage(page);
  });

  test('a cart with what can no longer be bought is sound', async () => {
    await using visitor = await scene.visit();
    await addToCart(visitor.page, '/products/42');
    await addToCart(visitor.page, '/products/16');
    await leaveInStock(scene.owner, 'BAT-001', 0);
    await visitor.page.goto('/cart');
    await visitor.page.getByText('Sold out in the meantime').waitFor();
    await inspectPage(visitor.page);
  });
});

test('the shop in maintenance is sound', async () => {
  await using visitor = await scene.visit();
  visitor.faults.expect(503);
  await setShopStatus(scene.owner, 'maintenance');
  try {
    // The shop looks twice a second whether it is still open.
    while ((await visitor.page.goto('/cart'))?.status() !== 503);
    await visitor.page.getByRole('heading', { name: 'We are working on the shop.' }).waitFor();
    await inspectPage(visitor.page);
  } finally {
    await setShopStatus(scene.owner, 'active');
  }
});

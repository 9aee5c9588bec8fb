import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openScene } from './shop/open-scene.ts';
import { phone } from './shop/visitor.ts';
import { skydio } from './steps/buying.ts';
import { focusedName, tabTo } from './steps/keyboard.ts';
import { ordersOf } from './steps/orders.ts';

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());

test('a buyer without a mouse gets from the home page to the confirmation, and always sees where they are', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  const { keyboard } = page;
  await page.goto('/');
  await tabTo(page, 'Search products');
  await keyboard.type('skydio');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Search results' }).waitFor();
  await tabTo(page, skydio);
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: skydio }).waitFor();
  await tabTo(page, `Quantity of ${skydio}`);
  await keyboard.press('ArrowUp');
  await tabTo(page, 'Add to cart');
  await keyboard.press('Enter');
  await page.getByText('2 added to your cart.').waitFor();
  await tabTo(page, 'View cart');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await tabTo(page, `One fewer ${skydio}`);
  await keyboard.press('Space');
  await page.locator('[data-cart-total]', { hasText: '$10,999.00' }).waitFor();
  assert.equal(await focusedName(page), `One fewer ${skydio}`);
  await tabTo(page, 'Check out');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Checkout' }).waitFor();
  for (const [label, text] of [
    ['Full name', 'Kay Board'],
    ['E-mail', 'kay@example.com'],
    ['Delivery address', 'Tastenweg 4, 10115 Berlin, Germany'],
  ] as const) {
    await tabTo(page, label);
    await keyboard.type(text);
  }
  await tabTo(page, /^Card/);
  await keyboard.press('ArrowDown');
  assert.match(await focusedName(page), /^Bank transfer/);
  await tabTo(page, /^Place order/);
  await keyboard.press('Enter');
  await page.waitForURL('**/orders/*');
  await page.getByText(/Transfer \$10,999\.00 and quote order number/).waitFor();
  assert.equal((await ordersOf(scene.owner, 'kay@example.com')).length, 1);
});

test('the first stop leads past the header, and the menu closes with Escape', async () => {
  await using visitor = await scene.visit({ viewport: phone });
  const { page } = visitor;
  await page.goto('/shop');
  await page.keyboard.press('Tab');
  assert.equal(await focusedName(page), 'Skip to content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Sort by');
  await page.goto('/shop');
  await tabTo(page, 'Shop');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Batteries');
  await page.keyboard.press('Escape');
  assert.equal(await focusedName(page), 'Shop');
  assert.equal(await page.locator('[data-menu][open]').count(), 0);
});

test('removing a line by keyboard leads to its undo, and undoing back to the cart', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/products/42');
  await tabTo(page, 'Add to cart');
  await page.keyboard.press('Enter');
  await page.getByText('Added to your cart.').waitFor();
  await tabTo(page, 'View cart');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await tabTo(page, 'Remove Tattu 6S 10000mAh Battery');
  await page.keyboard.press('Enter');
  await page.getByText('Removed Tattu 6S 10000mAh Battery.').waitFor();
  assert.equal(await focusedName(page), 'Undo');
  await page.keyboard.press('Enter');
  await page.locator('[data-cart-total]', { hasText: '$179.99' }).waitFor();
  assert.equal(await focusedName(page), 'Your cart');
});

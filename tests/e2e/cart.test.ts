import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { leaveInStock } from './shop/arrange.ts';
import { openScene } from './shop/open-scene.ts';
import { phone } from './shop/visitor.ts';
import { addToCart, fillCheckout, placeOrder } from './steps/buying.ts';

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());
await leaveInStock(scene.owner, 'DRN-011', 0);

test('an empty cart leads back to the products, and checkout to the empty cart', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/checkout');
  await page.waitForURL('**/cart');
  await page.getByText('Nothing in it yet.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Shop all products' }).click();
  await page.getByRole('heading', { name: 'All products' }).waitFor();
});

test('what is sold out cannot be put into the cart', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/products/11');
  await page.getByText('Sold out for now.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add to cart' }).count(), 0);
});

test('on a phone the answer to Add to cart is seen where the button is', async () => {
  await using visitor = await scene.visit({ viewport: phone });
  const { page } = visitor;
  await addToCart(page, '/products/1');
  const box = await page.getByRole('link', { name: 'View cart' }).boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= phone.height, `View cart is at ${box?.y} px`);
});

test('quick clicks on plus and minus end in what they add up to', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await addToCart(page, '/products/42');
  await page.goto('/cart');
  const plus = page.getByRole('button', { name: /^One more/ });
  for (let clicks = 0; clicks < 4; clicks += 1) await plus.click();
  await page.locator('[data-cart-total]', { hasText: '$899.95' }).waitFor();
  await page.getByRole('button', { name: /^One fewer/ }).click();
  await page.locator('[data-cart-total]', { hasText: '$719.96' }).waitFor();
  await page.getByRole('link', { name: 'Cart, 4 items' }).waitFor();
});

test('a line is removed and brought back', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await addToCart(page, '/products/42');
  await page.goto('/cart');
  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByText('Nothing in it yet.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('[data-cart-total]', { hasText: '$179.99' }).waitFor();
});

test('more than is there is refused with the number that is there', async () => {
  await using visitor = await scene.visit({ javaScript: false });
  const { page, faults } = visitor;
  faults.expect(409);
  await page.goto('/products/6');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await leaveInStock(scene.owner, 'DRN-006', 2);
  await page.getByLabel(/^Quantity of/).fill('3');
  await page.getByRole('button', { name: /^Update/ }).click();
  await page.getByRole('alert').filter({ hasText: '2' }).waitFor();
});

test('what others bought in the meantime holds checkout back until the buyer decides', async () => {
  await using visitor = await scene.visit();
  const { page, faults } = visitor;
  faults.expect(409);
  await addToCart(page, '/products/48');
  await addToCart(page, '/products/16');
  await page.goto('/checkout');
  await leaveInStock(scene.owner, 'ACC-003', 0);
  await fillCheckout(page);
  await placeOrder(page);
  await page.getByRole('alert').waitFor();
  await page.goto('/cart');
  await page.getByText('Sold out in the meantime. Remove it to check out.').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Check out' }).count(), 0);
  await page.getByRole('button', { name: 'Remove Wheeled Transit Case' }).click();
  await page.getByRole('link', { name: 'Check out' }).waitFor();
});

test('each browser has a cart of its own', async () => {
  await using one = await scene.visit();
  await using other = await scene.visit();
  await addToCart(one.page, '/products/12');
  await other.page.goto('/cart');
  await other.page.getByText('Nothing in it yet.').waitFor();
});

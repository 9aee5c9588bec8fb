import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openScene } from './shop/open-scene.ts';
import { addToCart, buyer, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';
import { ordersOf } from './steps/orders.ts';

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());

test('a declined card keeps cart and form, and another card then buys', async () => {
  await using visitor = await scene.visit();
  const { page, faults } = visitor;
  faults.expect(402);
  await addToCart(page, '/products/43');
  await page.goto('/checkout');
  await fillCheckout(page);
  await page.getByLabel('E-mail').fill('declined@example.com');
  await page.getByLabel('Declined').check();
  await placeOrder(page);
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel('Full name').inputValue(), buyer.name);
  assert.equal(await page.getByLabel('Delivery address').inputValue(), buyer.address);
  await page.getByLabel('Approved').check();
  await placeOrder(page);
  const { orderNumber } = await readConfirmation(page);
  const orders = await ordersOf(scene.owner, 'declined@example.com');
  assert.deepEqual(
    orders.map(({ status }) => status),
    ['failed', 'placed'],
  );
  assert.equal(orders[1]?.orderNumber, orderNumber);
});

test('when the card processor is down nothing is lost, and the buyer pays by transfer', async () => {
  await using visitor = await scene.visit();
  const { page, faults } = visitor;
  faults.expect(503);
  await addToCart(page, '/products/43');
  await page.goto('/checkout');
  await fillCheckout(page);
  await page.getByLabel('E-mail').fill('down@example.com');
  await page.getByLabel('No answer').check();
  await placeOrder(page);
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Bank transfer').check();
  await placeOrder(page);
  const { total } = await readConfirmation(page);
  assert.equal(total, '$799.00');
  await page.getByText('Bank transfer, not received yet').waitFor();
});

for (const javaScript of [true, false]) {
  test(`a double click on Place order ${javaScript ? '' : 'without JavaScript '}makes one order`, async () => {
    await using visitor = await scene.visit({ javaScript });
    const { page } = visitor;
    const email = `twice-${javaScript}@example.com`;
    await page.goto('/products/30');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText(javaScript ? 'Added to your cart.' : 'Your cart').waitFor();
    await page.goto('/checkout');
    await fillCheckout(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: /^Place order/ }).dblclick();
    const { orderNumber } = await readConfirmation(page);
    const orders = await ordersOf(scene.owner, email);
    assert.deepEqual(
      orders.map((order) => order.orderNumber),
      [orderNumber],
    );
  });
}

test('a form with nothing in it says what is missing, and leads to it', async () => {
  await using visitor = await scene.visit({ javaScript: false });
  const { page, faults } = visitor;
  faults.expect(400);
  await page.goto('/products/30');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/checkout');
  await page.locator('form[data-checkout]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByLabel('Delivery address').fill(buyer.address);
  await placeOrder(page);
  await page.getByText('Please check 2 things').waitFor();
  assert.equal(await page.getByLabel('Delivery address').inputValue(), buyer.address);
  await page.getByRole('link', { name: /e-mail/ }).click();
  assert.ok(await page.getByLabel('E-mail').evaluate((field) => field === document.activeElement));
});

test('the order number and the trace can be copied', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await addToCart(page, '/products/30');
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  const { orderNumber, traceId } = await readConfirmation(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy order number' }).click();
  assert.equal(await clipboard(), orderNumber);
  await page.getByRole('button', { name: 'Copy trace id' }).click();
  assert.equal(await clipboard(), traceId);
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openScene } from './shop/open-scene.ts';
import { desktop, phone, type Visitor, type VisitorOptions } from './shop/visitor.ts';
import { buyer, fillCheckout, placeOrder, readConfirmation, skydio } from './steps/buying.ts';
import { ordersOf } from './steps/orders.ts';
import { followTraces } from './steps/traces.ts';

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());

const visitors: [string, VisitorOptions][] = [
  ['at a desk', { viewport: desktop }],
  ['on a phone', { viewport: phone }],
  ['at a desk without JavaScript', { viewport: desktop, javaScript: false }],
  ['on a phone without JavaScript', { viewport: phone, javaScript: false }],
];

for (const [where, options] of visitors) {
  test(`a buyer ${where} finds a drone, orders two of it and reads the number and the trace of the order`, async () => {
    await using visitor = await scene.visit(options);
    const { page } = visitor;
    const traceOf = followTraces(page);
    const email = `${where.replaceAll(' ', '-')}@example.com`;

    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search products' }).fill('skydio');
    await page.getByRole('searchbox', { name: 'Search products' }).press('Enter');
    await page.getByRole('heading', { name: 'Search results' }).waitFor();
    await page.getByRole('link', { name: skydio }).click();
    await page.getByRole('heading', { level: 1, name: skydio }).waitFor();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    if (options.javaScript !== false) await page.getByRole('link', { name: 'View cart' }).click();

    await page.getByRole('heading', { level: 1, name: 'Your cart' }).waitFor();
    await orderTwo(visitor, options);
    await page.getByRole('link', { name: 'Check out' }).click();
    await fillCheckout(page);
    await page.getByLabel('E-mail').fill(email);
    await placeOrder(page);

    const shown = await readConfirmation(page);
    const [order, ...others] = await ordersOf(scene.owner, email);
    assert.deepEqual(others, []);
    assert.deepEqual(order, { ...shown, status: 'placed', lines: [{ sku: 'DRN-001', quantity: 2 }] });
    assert.equal(shown.total, '$21,998.00');
    assert.equal(shown.traceId, await traceOf('POST', '/checkout'));
    await page.goto('/cart');
    await page.getByText('Nothing in it yet.').waitFor();
  });
}

async function orderTwo({ page }: Visitor, { javaScript = true }: VisitorOptions): Promise<void> {
  if (javaScript) {
    await page.getByRole('button', { name: `One more ${skydio}` }).click();
  } else {
    await page.getByLabel(`Quantity of ${skydio}`).fill('2');
    await page.getByRole('button', { name: `Update ${skydio}` }).click();
  }
  await page.getByText('$21,998.00').first().waitFor();
}

test('after the order, back does not lead into it a second time', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/products/12');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await fillCheckout(page);
  await placeOrder(page);
  const { orderNumber } = await readConfirmation(page);
  await page.goBack();
  await page.getByText('Nothing in it yet.').waitFor();
  await page.goForward();
  assert.equal((await readConfirmation(page)).orderNumber, orderNumber);
  assert.equal((await ordersOf(scene.owner, buyer.email)).length, 1);
});

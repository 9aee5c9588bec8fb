import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addToCart, type Confirmation, fillCheckout, placeOrder, readConfirmation } from '../e2e/steps/buying.ts';

/** From the page of a product to the confirmation and back to the shop, by mouse and keyboard. `prepare` comes right before the order is placed, and what it gives happens meanwhile. */
export async function buyInBrowser(
  page: Page,
  productId: number,
  prepare?: () => Promise<() => Promise<void>>,
): Promise<Confirmation> {
  await addToCart(page, `/products/${productId}`);
  await page.getByRole('link', { name: 'View cart' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await fillCheckout(page);
  const meanwhile = await prepare?.();
  await Promise.all([placeOrder(page), meanwhile?.()]);
  const confirmation = await readConfirmation(page);
  await page.getByRole('link', { name: 'Keep shopping' }).click();
  await page.waitForURL('**/shop');
  return confirmation;
}

/** The same without a browser. Returns the trace of the checkout. */
export async function buyOverHttp(shopUrl: string, productId: number): Promise<string> {
  const session_id = 'a-buyer-who-comes-again';
  const customer = { customer_name: 'Ada Buyer', customer_email: 'ada@buyer.test', shipping_address: '1 Sky Road' };
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${shopUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, await answer.text());
    return String(answer.headers.get('x-trace-id'));
  };
  await post('/api/cart/add', { session_id, product_id: productId, quantity: 1 });
  return await post('/api/shop/checkout', { session_id, payment_method: 'credit_card', ...customer });
}

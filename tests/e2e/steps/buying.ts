import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export const skydio = 'Skydio X10 Autonomous Inspection Drone';

export const buyer = {
  name: 'Maria Solberg',
  email: 'maria.solberg@example.com',
  address: 'Bryggen 12\n5003 Bergen\nNorway',
};

/** What the confirmation tells. */
export interface Confirmation {
  orderNumber: string;
  traceId: string;
  total: string;
}

export async function addToCart(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByText('Added to your cart.').waitFor();
}

export async function fillCheckout(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill(buyer.name);
  await page.getByLabel('E-mail').fill(buyer.email);
  await page.getByLabel('Delivery address').fill(buyer.address);
}

export async function placeOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Place order/ }).click();
}

export async function readConfirmation(page: Page): Promise<Confirmation> {
  await page.waitForURL('**/orders/*');
  const text = await page.getByRole('main').innerText();
  const orderNumber = /Order number\s+(\S+)/i.exec(text)?.[1];
  const traceId = /\b[0-9a-f]{32}\b/.exec(text)?.[0];
  const total = /Total\s+(\$[\d,.]+)/.exec(text)?.[1];
  assert.ok(orderNumber && traceId && total, `not a confirmation: ${text}`);
  assert.match(text, new RegExp(`Thank you, ${buyer.name}`));
  return { orderNumber, traceId, total };
}

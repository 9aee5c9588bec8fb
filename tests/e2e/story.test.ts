import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hire } from '../drills/parts/operator.ts';
import { until } from '../drills/parts/wait.ts';
import { openHouse } from './house/open-house.ts';
import { desktop, phone, type Visitor } from './shop/visitor.ts';
import { addToCart, fillCheckout, placeOrder, readConfirmation, skydio } from './steps/buying.ts';

const house = await openHouse();
after(() => house[Symbol.asyncDispose]());
const operator = { username: 'olga', password: 'a pass phrase of the journeys' };
await hire(house.owner, operator, 'manager');

const places = { 'at a desk': desktop, 'on a phone': phone };

for (const [where, viewport] of Object.entries(places)) {
  test(`${where}: what a buyer orders the operator finds accepted, and what the operator changes the next buyer sees`, async () => {
    await using buyer = await house.visitShop({ viewport });
    const ordered = await buy(buyer);

    await using office = await house.visitCrm({ viewport });
    await signIn(office.page);
    const orderId = await findOrder(office.page, ordered.orderNumber);
    await office.page.getByText('Accepted', { exact: true }).first().waitFor();
    await office.page.getByText(ordered.traceId.slice(0, 8)).first().waitFor();
    assert.deepEqual(await acceptancesOf(orderId), ['accepted']);

    const price = where === 'on a phone' ? '10444.40' : '10555.50';
    await changePrice(office.page, price);
    const left = await addStock(office.page, 3);

    const asShown = Number(price).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    await until('the shop to show the new price', async () => {
      await buyer.page.goto('/products/1');
      return await buyer.page.getByRole('main').getByText(asShown).first().isVisible();
    });
    assert.equal(await unitsOf(1), left);
  });
}

async function buy({ page }: Visitor) {
  await addToCart(page, '/products/1');
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  return await readConfirmation(page);
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Username').fill(operator.username);
  await page.getByLabel('Password', { exact: true }).fill(operator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
}

async function findOrder(page: Page, orderNumber: string): Promise<number> {
  await page.goto('/orders');
  await page.getByRole('searchbox', { name: 'Search orders' }).fill(orderNumber);
  await page.getByRole('link', { name: orderNumber }).click();
  await page.getByRole('heading', { level: 1, name: orderNumber }).waitFor();
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

async function changePrice(page: Page, price: string): Promise<void> {
  await page.goto('/products?search=DRN-001');
  await page.getByRole('link', { name: skydio }).click();
  await page.getByLabel('Price', { exact: true }).fill(price);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('region', { name: 'History' }).getByText(price).first().waitFor();
}

/** Adds units with a reason, and tells what is left afterwards. */
async function addStock(page: Page, units: number): Promise<number> {
  const before = await unitsOf(1);
  await page.getByLabel('Units').fill(String(units));
  await page.getByLabel('Reason').fill('Counted in the warehouse');
  await page.getByRole('button', { name: /^Correct/ }).click();
  await page.getByText('Counted in the warehouse').first().waitFor();
  return before + units;
}

async function acceptancesOf(orderId: number): Promise<string[]> {
  const rows = await house.owner
    .selectFrom('orderAcceptances')
    .where('orderId', '=', orderId)
    .select('decision')
    .execute();
  return rows.map((row) => row.decision);
}

async function unitsOf(productId: number): Promise<number> {
  const { units } = await house.owner
    .selectFrom('stockLevels')
    .where('productId', '=', productId)
    .select(({ fn }) => fn.sum<string>('quantity').as('units'))
    .executeTakeFirstOrThrow();
  return Number(units);
}

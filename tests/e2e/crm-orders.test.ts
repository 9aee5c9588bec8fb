import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addPlacedOrder } from '../../apps/crm/testing/placed-order.ts';
import { until } from '../drills/parts/wait.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { accessibilityFaults } from './page-quality/accessibility.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { desktop, phone } from './shop/visitor.ts';
import { addToCart, fillCheckout, placeOrder, readConfirmation } from './steps/buying.ts';
import { focusedName, tabTo } from './steps/keyboard.ts';

const house = await openHouse();
after(() => house[Symbol.asyncDispose]());
const { owner } = house;

async function openOrder(page: Page, id: number): Promise<void> {
  await page.goto(`/orders/${id}`);
  await page.getByRole('heading', { level: 1, name: `OCTO-${id}` }).waitFor();
}

function step(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

async function statusOf(id: number): Promise<string> {
  const { status } = await owner.selectFrom('orders').where('id', '=', id).select('status').executeTakeFirstOrThrow();
  return status;
}

test('an operator finds an order, holds it with a reason, releases it and moves it along to delivered', async () => {
  const id = await addPlacedOrder(owner);
  await using visitor = await visitAs(house, 'support');
  const { page } = visitor;
  await page.goto('/orders');
  await page.getByRole('searchbox', { name: 'Search orders' }).fill(`ada${id}@buyer.test`);
  await page.waitForURL(/search=ada/);
  await page.getByRole('link', { name: `OCTO-${id}` }).click();
  await page.getByRole('heading', { level: 1, name: `OCTO-${id}` }).waitFor();

  await step(page, 'Hold…').click();
  const dialog = page.getByRole('dialog', { name: `Hold order OCTO-${id}?` });
  await dialog.getByRole('button', { name: 'Hold the order' }).click();
  await dialog.getByText('Say why you hold this order.').waitFor();
  assert.equal(await statusOf(id), 'placed');
  await dialog.getByLabel('Reason').fill('The address is not complete');
  assert.deepEqual(await accessibilityFaults(page), []);
  await dialog.getByRole('button', { name: 'Hold the order' }).click();
  await page.getByText(`Put on hold by ${visitor.username}`).waitFor();
  await untilFocused(page, `OCTO-${id}`);
  assert.equal(await statusOf(id), 'on_hold');

  for (const [name, then] of [
    ['Release the hold', 'Queued: picking has not started.'],
    ['Start picking', 'Picking is under way.'],
    ['Mark packed', 'Packed and ready to be shipped.'],
    ['Mark shipped', 'Shipped, on its way to the customer.'],
    ['Mark delivered', 'Delivered: nothing is left to do.'],
  ] as const) {
    await step(page, name).click();
    await page.getByText(then).waitFor();
  }
  assert.equal(await page.getByRole('group', { name: 'What can be done' }).count(), 0);
  assert.equal(await statusOf(id), 'delivered');
  const story = await page.getByRole('region', { name: 'Story', exact: true }).innerText();
  for (const told of ['Delivered', 'Packed', 'Hold released', 'The address is not complete', visitor.username])
    assert.ok(story.includes(told), `${told} is not in: ${story}`);
});

test('support is not offered to cancel, and a viewer nothing at all', async () => {
  const id = await addPlacedOrder(owner);
  const offered: Record<string, string[]> = {};
  for (const role of ['manager', 'support', 'viewer'] as const) {
    await using visitor = await visitAs(house, role);
    await openOrder(visitor.page, id);
    offered[role] = await visitor.page
      .getByRole('group', { name: 'What can be done' })
      .getByRole('button')
      .allInnerTexts();
  }
  assert.deepEqual(offered, {
    manager: ['Cancel order…', 'Hold…', 'Accept'],
    support: ['Hold…', 'Accept'],
    viewer: [],
  });
});

test('a cancelled order gives its stock and its money back, and the page says when the shop has heard of it', async () => {
  const before = await unitsOf(12);
  const { orderNumber } = await buy();
  assert.equal(await unitsOf(12), before - 1);
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  await page.goto(`/orders?search=${orderNumber}`);
  await page.getByRole('link', { name: orderNumber }).click();
  await step(page, 'Start picking').waitFor();
  await step(page, 'Cancel order…').click();
  const dialog = page.getByRole('dialog', { name: `Cancel order ${orderNumber}?` });
  await dialog.getByText('1 unit goes back into stock.').waitFor();
  await dialog.getByText('$499.99 is refunded.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel the order' }).click();
  await dialog.getByText('Say why you cancel this order.').waitFor();
  await dialog.getByLabel('Reason').fill('The buyer called');
  await dialog.getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByText(`Cancelled by ${visitor.username}`).waitFor();
  await page.getByRole('region', { name: 'Payment' }).getByText('Refunded').first().waitFor();
  const deliveries = page.getByRole('region', { name: 'Delivery history' });
  await deliveries.getByRole('listitem').filter({ hasText: 'order.cancelled' }).getByText('Delivered').waitFor();
  await until('the stock to come back', async () => (await unitsOf(12)) === before);
});

test('who is slower is told what the other did, and nothing is done twice', async () => {
  const id = await addPlacedOrder(owner);
  await using slow = await visitAs(house, 'support');
  await using quick = await visitAs(house, 'manager');
  await openOrder(slow.page, id);
  await openOrder(quick.page, id);
  await seeNothingUntilTried(slow.page, id);
  await step(quick.page, 'Accept').click();
  await step(quick.page, 'Start picking').waitFor();
  slow.faults.expect(409);
  await step(slow.page, 'Accept').click();
  const alert = slow.page.getByRole('alert');
  await alert.getByText(`Accepted by ${quick.username}`).waitFor();
  await step(slow.page, 'Start picking').waitFor();
  assert.deepEqual(await accessibilityFaults(slow.page), []);
  await alert.getByRole('button', { name: 'Got it' }).click();
  await alert.waitFor({ state: 'detached' });
  await untilFocused(slow.page, `OCTO-${id}`);
  const { length } = await owner
    .selectFrom('orderEvents')
    .where('orderId', '=', id)
    .where('eventType', '=', 'order.accepted')
    .select('id')
    .execute();
  assert.equal(length, 1);
});

test('an operator without a mouse holds an order and releases it, and always sees where they are', async () => {
  const id = await addPlacedOrder(owner);
  await using visitor = await visitAs(house, 'support');
  const { page } = visitor;
  await openOrder(page, id);
  await tabTo(page, 'Hold…');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await untilFocused(page, 'Reason');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await untilFocused(page, 'Hold…');
  await page.keyboard.press('Enter');
  await page.getByLabel('Reason').waitFor();
  await page.keyboard.type('Stock is counted');
  await tabTo(page, 'Hold the order');
  await page.keyboard.press('Enter');
  await page.getByText(`Put on hold by ${visitor.username}`).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await untilFocused(page, `OCTO-${id}`);
  await tabTo(page, 'Release the hold');
  await page.keyboard.press('Enter');
  await step(page, 'Start picking').waitFor();
  await untilFocused(page, 'Start picking');
});

test('on a phone the steps are at the thumb, and the lasting ones behind one more touch', async () => {
  const id = await addPlacedOrder(owner);
  await using visitor = await visitAs(house, 'manager', { viewport: phone });
  const { page } = visitor;
  await openOrder(page, id);
  const place = await step(page, 'Accept').boundingBox();
  assert.ok(place && place.y > phone.height / 2, `at ${place?.y} of ${phone.height}`);
  await page.getByRole('main').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Cancel order…' }).click();
  await page.getByRole('dialog', { name: `Cancel order OCTO-${id}?` }).waitFor();
  await page.keyboard.press('Escape');
  await step(page, 'Accept').click();
  await step(page, 'Start picking').waitFor();
});

test('a transfer that arrived is recorded, and the order goes on', async () => {
  const { id } = await owner
    .selectFrom('orders as o')
    .innerJoin('orderAcceptances as a', 'a.orderId', 'o.id')
    .where('o.status', '=', 'on_hold')
    .where('a.anomalies', 'is', null)
    .where('a.reason', '=', 'waits for the transfer')
    .orderBy('o.id')
    .select('o.id')
    .executeTakeFirstOrThrow();
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  await openOrder(page, id);
  await step(page, 'Record payment…').click();
  const dialog = page.getByRole('dialog', { name: `Record the transfer for OCTO-${id}?` });
  await dialog.getByLabel('Reference').fill('SEPA 2026-0042');
  await dialog.getByLabel('Reference').press('Enter');
  await step(page, 'Start picking').waitFor();
  assert.equal(await step(page, 'Record payment…').count(), 0);
  await page.getByText('Reference SEPA 2026-0042').first().waitFor();
  await page.getByRole('region', { name: 'Invoice' }).getByText('Paid').first().waitFor();
});

test('orders that come in while the list is looked at wait for a word, and move nothing until then', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await page.clock.install();
  await page.goto('/orders');
  const first = page.getByRole('row').nth(1);
  await first.waitFor();
  const before = await first.innerText();
  const id = await addPlacedOrder(owner);
  await page.clock.fastForward(11_000);
  await step(page, 'Show 1 new order').waitFor();
  assert.equal(withoutTime(await first.innerText()), withoutTime(before));
  await step(page, 'Show 1 new order').click();
  await first.getByText(`OCTO-${id}`).waitFor();
});

test('the orders of one customer are shown until the filter is taken away', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  const { id, name } = await owner
    .selectFrom('customers as c')
    .innerJoin('orders as o', 'o.customerId', 'c.id')
    .select(['c.id', 'c.name'])
    .orderBy('c.id', 'desc')
    .executeTakeFirstOrThrow();
  await page.goto(`/orders?customer_id=${id}`);
  const filter = page.getByRole('button', { name: `Remove the filter: Orders of ${name}` });
  await filter.waitFor();
  await page
    .getByRole('link', { name: /^OCTO-/ })
    .first()
    .waitFor();
  const shown = new Set(await page.locator('tbody tr td:nth-child(2)').allInnerTexts());
  assert.deepEqual([...shown], [name]);
  await filter.click();
  await page.waitForURL(/\/orders$/);
  await page.locator('tbody tr', { hasNotText: name }).first().waitFor();
});

for (const status of ['placed', 'failed', 'on_hold', 'fulfilling', 'delivered', 'cancelled'] as const) {
  test(`the page of an order that is ${status} is sound`, async () => {
    const { id } = await owner
      .selectFrom('orders')
      .where('status', '=', status)
      .orderBy('id', 'desc')
      .select('id')
      .executeTakeFirstOrThrow();
    await using visitor = await visitAs(house, 'manager');
    await openOrder(visitor.page, id);
    await inspectPage(visitor.page);
  });
}

for (const [where, viewport] of [
  ['at a desk', desktop],
  ['on a phone', phone],
] as const) {
  test(`${where}, what opens over an order is sound`, async () => {
    const id = await addPlacedOrder(owner);
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page } = visitor;
    await openOrder(page, id);
    if (viewport === phone) {
      await page.getByRole('main').getByRole('button', { name: 'More' }).click();
      await page.getByRole('menu').waitFor();
      await inspectPage(page, [viewport]);
    }
    await step(page, 'Cancel order…')
      .or(page.getByRole('menuitem', { name: 'Cancel order…' }))
      .click();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByText('Say why you cancel this order.').waitFor();
    await inspectPage(page, [viewport]);
  });
}

async function buy() {
  await using visitor = await house.visitShop();
  const { page } = visitor;
  await addToCart(page, '/products/12');
  await page.goto('/checkout');
  await fillCheckout(page);
  await placeOrder(page);
  return await readConfirmation(page);
}

async function unitsOf(productId: number): Promise<number> {
  const { units } = await owner
    .selectFrom('stockLevels')
    .where('productId', '=', productId)
    .select(({ fn }) => fn.sum<string>('quantity').as('units'))
    .executeTakeFirstOrThrow();
  return Number(units);
}

/** The page goes on asking by itself; here it learns what others did only by its own step. */
async function seeNothingUntilTried(page: Page, id: number): Promise<void> {
  let hasTried = false;
  await page.route(`**/api/orders/${id}/status`, (route) => {
    hasTried = true;
    return route.fallback();
  });
  await page.route(`**/api/orders/${id}`, (route) => (hasTried ? route.fallback() : route.abort('aborted')));
}

async function untilFocused(page: Page, name: string): Promise<void> {
  await until(`the focus on ${name}`, async () => (await focusedName(page)) === name);
}

/** A row without how long ago it was, which goes on. */
function withoutTime(row: string): string {
  return row.replace(/\S+( \S+)?( ago| now)/, '');
}

import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addNews, addPlacedOrder } from '../../apps/crm/testing/placed-order.ts';
import { firstSweep } from './crm/first-sweep.ts';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { inspectPage } from './page-quality/inspect-page.ts';
import { desktop, phone } from './shop/visitor.ts';

// What opens over a page, unfolds in it or is said by a form, at phone and desktop width, light and dark.

const house = await openHouse({ gateway: { QUERY_TIMEOUT_MS: '100' } });
after(() => house[Symbol.asyncDispose]());
const { owner } = house;
const orderId = await addPlacedOrder(owner);
await addNews(owner, orderId, {
  deadAt: new Date(),
  attempts: 8,
  lastError: '503 shops.not_ready: The shop is just opening.',
});

await firstSweep(owner);

const sizes = { 'on a phone': phone, 'at a desk': desktop };

async function unfold(page: Page, text: string): Promise<void> {
  const table = page.getByRole('row').filter({ hasText: text }).getByRole('button', { name: 'Details' });
  const card = page.getByRole('listitem').filter({ hasText: text }).locator('summary');
  const details = table.or(card).first();
  await details.waitFor();
  // What is still to come would move it away under the pointer.
  await page.locator('main :is([aria-busy="true"], .mantine-Skeleton-root)').first().waitFor({ state: 'detached' });
  await details.click();
}

for (const [where, viewport] of Object.entries(sizes)) {
  const inspect = (page: Page) => inspectPage(page, [viewport]);

  test(`${where}: the faults of a form, the question before leaving it and both versions of a product are sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    await using other = await visitAs(house, 'manager');
    const { page, faults } = visitor;
    await page.goto('/products/3');
    await page.getByLabel('Name', { exact: true }).fill('');
    await page.getByLabel('Price', { exact: true }).fill('12.345');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Please check 2 fields').waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Keep editing' }).click();

    await other.page.goto('/products/3');
    await other.page.getByLabel('Price', { exact: true }).fill(where === 'at a desk' ? '11' : '12');
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await other.page.getByText('Saved', { exact: true }).waitFor();
    faults.expect(409);
    await page.getByLabel('Name', { exact: true }).fill('A new name');
    await page.getByLabel('Price', { exact: true }).fill('13.00');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
  });

  test(`${where}: a refused correction, the ledger and the history are sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page, faults } = visitor;
    await page.goto('/products/4');
    await page.getByLabel('Units', { exact: true }).fill('1');
    await page.getByLabel('Reason').fill(`Counted ${where}`);
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('region', { name: 'Stock ledger' }).getByText(`Counted ${where}`).waitFor();
    faults.expect(409);
    await page.getByLabel('Direction').selectOption('Take out');
    await page.getByLabel('Units', { exact: true }).fill('999999');
    await page.getByLabel('Reason').fill('Lost');
    await page.getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await inspect(page);
    await page.goto('/audit');
    await unfold(page, 'Stock corrected');
    await page.getByText('All about products/4').waitFor();
    await inspect(page);
  });

  test(`${where}: closing a shop and moving its slug are sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page } = visitor;
    await page.goto('/shops/1');
    await page.getByLabel('Slug').fill('another');
    await page.getByText('loses its storefront').waitFor();
    await inspect(page);
    await page.getByLabel('Inactive').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
  });

  test(`${where}: a dead letter and the question before it is discarded are sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page } = visitor;
    await page.goto('/sync');
    await unfold(page, 'order.placed');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
  });

  test(`${where}: what runs of queries come to, and an execution unfolded, are sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page, faults } = visitor;
    for (const status of [422, 504]) faults.expect(status);
    const endings = {
      component_topology: 'Success',
      broken_orders_probe: 'The database refused it, as it should',
      slow_count_probe: 'It took too long and was ended',
      many_rows_probe: 'It has more rows than may be shown',
    };
    for (const [query, ending] of Object.entries(endings)) {
      await page.goto(`/query-lab?query=${query}&of=${query}`);
      await page.getByRole('button', { name: 'Run the query' }).click();
      await page.getByText(ending, { exact: true }).first().waitFor();
      await inspect(page);
    }
    await unfold(page, 'many_rows_probe');
    await inspect(page);
  });

  test(`${where}: the question before a sweep is sound`, async () => {
    await using visitor = await visitAs(house, 'manager', { viewport });
    const { page } = visitor;
    await page.goto('/platform');
    await page.getByRole('button', { name: 'Sweep now' }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
  });

  test(`${where}: a person's account and the question before a role is taken away are sound`, async () => {
    await using visitor = await visitAs(house, 'admin', { viewport });
    const { page } = visitor;
    await page.goto('/users?search=support%40');
    await unfold(page, 'support@example.com');
    await page.getByLabel('Role', { exact: true }).selectOption('No role');
    await inspect(page);
    await page.getByRole('button', { name: 'Change the role' }).click();
    await page.getByRole('dialog').waitFor();
    await inspect(page);
  });

  test(`${where}: finding anything, and the menus, are sound`, async () => {
    await using visitor = await visitAs(house, 'admin', { viewport });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Find anything' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('drn-007');
    await page.getByRole('dialog').getByText('DRN-007').waitFor();
    await inspect(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: viewport === phone ? 'More' : visitor.username }).click();
    await page.getByRole('menu').waitFor();
    await inspect(page);
  });
}

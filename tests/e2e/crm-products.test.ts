import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { visitAs } from './crm/visit-as.ts';
import { openHouse } from './house/open-house.ts';
import { focusedName } from './steps/keyboard.ts';

const house = await openHouse();
after(() => house[Symbol.asyncDispose]());
const { owner } = house;

async function openProduct(page: Page, id: number): Promise<void> {
  await page.goto(`/products/${id}`);
  await page.getByRole('region', { name: 'Stock', exact: true }).waitFor();
}

async function productOf(id: number) {
  return await owner.selectFrom('products').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
}

async function unitsOf(productId: number): Promise<number> {
  const levels = await owner.selectFrom('stockLevels').where('productId', '=', productId).select('quantity').execute();
  return levels.reduce((sum, { quantity }) => sum + quantity, 0);
}

function save(page: Page) {
  return page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a manager changes a price; one with three places is refused beside the field, and what was typed stays', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page, username } = visitor;
  const before = await productOf(4);
  await page.goto('/products');
  await page.getByRole('searchbox', { name: 'Search products' }).fill(before.sku);
  await page.getByRole('link', { name: before.name }).click();
  const price = page.getByLabel('Price', { exact: true });
  await page.getByLabel('Description').fill('Maps a square mile before lunch.');
  await price.fill('12.345');
  await save(page);
  const refusal = 'A price has at most two decimal places.';
  await page.getByRole('alert').getByText(refusal).waitFor();
  assert.equal(await focusedName(page), 'Price');
  assert.match((await price.getAttribute('aria-describedby')) ?? '', /error/);
  assert.deepEqual(
    [await price.inputValue(), await page.getByLabel('Description').inputValue()],
    ['12.345', 'Maps a square mile before lunch.'],
  );
  assert.equal((await productOf(4)).price, before.price);

  await price.fill('12.5');
  await save(page);
  const history = page.getByRole('region', { name: 'History' });
  const change = history.getByRole('listitem').filter({ hasText: 'Product changed' });
  await change.waitFor();
  assert.equal(await change.locator('del').first().innerText(), before.price);
  assert.equal(await change.locator('ins').first().innerText(), '12.50');
  assert.ok((await change.innerText()).includes(username));
  const traceId = await owner
    .selectFrom('auditLogs')
    .where('resourceName', '=', 'products/4')
    .select('traceId')
    .executeTakeFirstOrThrow();
  assert.ok((await change.innerText()).includes(String(traceId.traceId).slice(0, 8)));
  assert.deepEqual(
    [(await productOf(4)).price, (await productOf(4)).description],
    ['12.50', 'Maps a square mile before lunch.'],
  );
});

test('an edit that comes too late shows both versions, and saves only what was changed over the other', async () => {
  await using slow = await visitAs(house, 'manager');
  await using quick = await visitAs(house, 'manager');
  await openProduct(slow.page, 5);
  await openProduct(quick.page, 5);
  await quick.page.getByLabel('Price', { exact: true }).fill('111');
  await quick.page.getByRole('combobox', { name: 'Category' }).fill('Survey');
  await save(quick.page);
  await quick.page.getByText('Saved', { exact: true }).waitFor();

  slow.faults.expect(409);
  await slow.page.getByLabel('Price', { exact: true }).fill('222');
  await save(slow.page);
  const dialog = slow.page.getByRole('dialog');
  const row = (field: string) =>
    dialog.getByRole('row').filter({ has: slow.page.getByRole('rowheader', { name: field }) });
  await row('Price').waitFor();
  assert.deepEqual(await row('Price').getByRole('cell').allInnerTexts(), ['$222.00', '$111.00']);
  assert.deepEqual(await row('Category').getByRole('cell').allInnerTexts(), ['Not changed by you', 'Survey']);

  await dialog.getByRole('button', { name: 'Back to editing' }).click();
  assert.equal(await slow.page.getByLabel('Price', { exact: true }).inputValue(), '222');
  await save(slow.page);
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();
  await slow.page.getByText('Saved', { exact: true }).waitFor();
  const { price, category } = await productOf(5);
  assert.deepEqual([price, category], ['222.00', 'Survey']);

  await quick.page.getByLabel('Price', { exact: true }).fill('333');
  quick.faults.expect(409);
  await save(quick.page);
  await quick.page.getByRole('button', { name: 'Take the saved version' }).click();
  assert.equal(await quick.page.getByLabel('Price', { exact: true }).inputValue(), '222.00');
  assert.equal((await productOf(5)).price, '222.00');
});

test('stock is corrected with a reason, and never below zero', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page, username, faults } = visitor;
  const before = await unitsOf(6);
  await openProduct(page, 6);
  const stock = page.getByRole('region', { name: 'Stock', exact: true });
  const correct = stock.getByRole('button', { name: 'Correct', exact: true });
  await correct.click();
  await stock.getByText('Enter how many units.').first().waitFor();
  await stock.getByText('Enter why, for the ledger.').first().waitFor();

  faults.expect(409);
  await stock.getByLabel('Direction').selectOption('Take out');
  await stock.getByLabel('Units', { exact: true }).fill(String(before + 1));
  await stock.getByLabel('Reason').fill('Broken in transport');
  await correct.click();
  await stock.getByRole('alert').getByText(`There are ${before} units in stock`).waitFor();
  assert.equal(await stock.getByLabel('Reason').inputValue(), 'Broken in transport');
  assert.equal(await unitsOf(6), before);

  await stock.getByLabel('Units', { exact: true }).fill(String(before));
  await stock.getByText(`From ${before} to 0 units`).waitFor();
  await correct.click();
  await stock.getByRole('row', { name: 'Total 0' }).waitFor();
  assert.equal(await unitsOf(6), 0);
  const entry = page
    .getByRole('table', { name: 'Stock ledger' })
    .getByRole('row')
    .filter({ hasText: 'Broken in transport' });
  assert.match(await entry.first().innerText(), new RegExp(`−\\d+[\\s\\S]*${username}`));
  const corrected = page.getByRole('region', { name: 'History' }).getByRole('listitem').first();
  assert.deepEqual(
    [await corrected.locator('del').innerText(), await corrected.locator('ins').innerText()],
    [String(before), '0'],
  );
});

test('what is typed while a correction or an edit is on its way stays, and nothing else does', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  await openProduct(page, 7);
  const before = await unitsOf(7);
  const { promise: isTyped, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route(
    ({ pathname, search }) => /^\/api\/products\/7(\/stock-movements)?$/.test(pathname) && search === '',
    async (route) => {
      if (route.request().method() !== 'GET') await isTyped;
      await route.continue();
    },
  );
  const [units, reason] = [page.getByLabel('Units', { exact: true }), page.getByLabel('Reason')];
  const [name, price] = [page.getByLabel('Name', { exact: true }), page.getByLabel('Price', { exact: true })];
  await units.fill('5');
  await reason.fill('Found again');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await name.fill('Renamed');
  await save(page);
  await page.getByLabel('Direction').selectOption('Take out');
  await reason.fill('Lost the next day');
  await price.fill('77.00');
  letThrough();
  await page.getByRole('row', { name: `Total ${before + 5}` }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Renamed' }).waitFor();
  const shown = [page.getByLabel('Direction'), units, reason, name, price].map((field) => field.inputValue());
  assert.deepEqual(await Promise.all(shown), ['out', '', 'Lost the next day', 'Renamed', '77.00']);
});

test('a product is added, and stands in the list', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page, faults } = visitor;
  await page.goto('/products');
  await page.getByRole('link', { name: 'New product' }).click();
  await page.getByRole('button', { name: 'Add the product' }).click();
  await page.getByRole('alert').getByText('Please check 4 fields').waitFor();
  faults.expect(409);
  await page.getByLabel('Name', { exact: true }).fill('Kestrel');
  await page.getByLabel('SKU').fill((await productOf(1)).sku.toLowerCase());
  await page.getByRole('combobox', { name: 'Category' }).fill('Kites');
  await page.getByLabel('Price', { exact: true }).fill('19.9');
  await page.getByLabel('First units').fill('7');
  await page.getByRole('button', { name: 'Add the product' }).click();
  await page.getByRole('alert').getByText('Another product has the SKU').waitFor();
  assert.equal(await focusedName(page), 'SKU');
  await page.getByLabel('SKU').fill('KITE-1');
  await page.getByRole('button', { name: 'Add the product' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kestrel' }).waitFor();
  await page.getByRole('row', { name: 'Total 7' }).waitFor();
  await page.goto('/products?search=kite-1');
  await page.getByRole('row').filter({ hasText: '$19.90' }).getByRole('link', { name: 'Kestrel' }).waitFor();
});

test('nobody leaves what they have typed without being asked', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  const writes: string[] = [];
  page.on('request', (request) => request.method() === 'GET' || writes.push(`${request.method()} ${request.url()}`));
  await openProduct(page, 7);
  await page.getByLabel('Name', { exact: true }).fill('Another name');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Another name');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: (await productOf(7)).name }).waitFor();
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), (await productOf(7)).name);
  assert.deepEqual(writes, []);
});

test('who may only look sees facts and no form', async () => {
  await using visitor = await visitAs(house, 'viewer');
  const { page } = visitor;
  await page.goto('/products');
  await page.getByRole('link', { name: (await productOf(8)).name }).click();
  await page.getByRole('region', { name: 'Stock', exact: true }).waitFor();
  assert.equal(await page.getByRole('main').getByRole('textbox').count(), 0);
  assert.equal(await page.getByRole('button', { name: /Save|Correct/ }).count(), 0);
  await page.goto('/products/new');
  await page.getByRole('heading', { name: 'This is not for your role' }).waitFor();
  await page.goto('/shops/1');
  await page.getByRole('region', { name: 'Storefront' }).getByText('Buyers can look around and order.').waitFor();
  assert.equal(await page.getByRole('main').getByRole('textbox').count(), 0);
});

test('a shop is closed to buyers only after it was named and confirmed', async () => {
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  const { id, name } = await owner
    .selectFrom('shops')
    .where('slug', '=', 'frankfurt')
    .select(['id', 'name'])
    .executeTakeFirstOrThrow();
  const statusOf = async () =>
    (await owner.selectFrom('shops').where('id', '=', id).select('status').executeTakeFirstOrThrow()).status;
  await page.goto('/shops');
  await page.getByRole('link', { name }).click();
  await page.getByLabel('Slug').fill('frankfurt-am-main');
  await page.getByText('loses its storefront').waitFor();
  await page.getByLabel('Slug').fill('frankfurt');
  await page.getByLabel('Maintenance').check();
  await save(page);
  const dialog = page.getByRole('dialog', { name: `Close ${name} for maintenance?` });
  await dialog.getByRole('button', { name: 'Back to editing' }).click();
  assert.equal(await statusOf(), 'active');
  await save(page);
  await dialog.getByRole('button', { name: 'Close for maintenance' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  assert.equal(await statusOf(), 'maintenance');
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openScene } from './shop/open-scene.ts';

const scene = await openScene();
after(() => scene[Symbol.asyncDispose]());

const names = (page: Page) => page.locator('[data-products] h3').allInnerTexts();

async function prices(page: Page): Promise<number[]> {
  const texts = await page.locator('[data-products] .number', { hasText: '$' }).allInnerTexts();
  return texts.map((text) => Number(text.replace(/[$,]/g, '')));
}

test('the categories filter, and the filter survives sorting', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/shop');
  await page
    .getByRole('navigation', { name: 'Categories' })
    .getByRole('link', { name: /Complete Drones/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Complete Drones' }).waitFor();
  assert.equal((await names(page)).length, 11);
  await page.getByLabel('Sort by').selectOption({ label: 'Price, low to high' });
  await page.waitForURL(/sort_by=price/);
  const rising = await prices(page);
  assert.equal(rising.length, 11);
  assert.deepEqual(
    rising,
    rising.toSorted((a, b) => a - b),
  );
  await page.getByLabel('Sort by').selectOption({ label: 'Price, high to low' });
  await page.waitForURL(/sort_by=price_desc/);
  assert.deepEqual(await prices(page), rising.toReversed());
  await page.goBack();
  await page.waitForURL(/sort_by=price$/);
  assert.deepEqual(await prices(page), rising);
});

test('show more adds product after product until the last, each once', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/shop');
  const more = page.getByRole('link', { name: 'Show more products' });
  for (let shown = (await names(page)).length; await more.isVisible(); shown = (await names(page)).length) {
    await more.click();
    await page.locator(`[data-products] > li:nth-child(${shown + 1})`).waitFor();
  }
  const all = await names(page);
  assert.equal(all.length, 52);
  assert.equal(new Set(all).size, 52);
});

test('without JavaScript the pages follow one another', async () => {
  await using visitor = await scene.visit({ javaScript: false });
  const { page } = visitor;
  await page.goto('/shop?sort_by=price');
  const all = await names(page);
  const more = page.getByRole('link', { name: 'Show more products' });
  while (await more.isVisible()) {
    await more.click();
    all.push(...(await names(page)));
  }
  assert.equal(new Set(all).size, 52);
  await page.getByRole('link', { name: 'Back to the first page' }).click();
  assert.deepEqual(await names(page), all.slice(0, 24));
});

test('a search without a result says so and leads on', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  await page.goto('/shop?search=thermal&category=Batteries');
  await page.getByText('Nothing matches “thermal” in Batteries.').waitFor();
  await page.getByRole('link', { name: 'Search all categories' }).click();
  await page.getByRole('heading', { name: 'Search results' }).waitFor();
  assert.ok((await names(page)).length > 0);
  await page.getByRole('link', { name: 'Clear search' }).click();
  await page.getByRole('heading', { name: 'All products' }).waitFor();
});

test('markup in a search is shown as text', async () => {
  await using visitor = await scene.visit();
  const { page } = visitor;
  const markup = '<img src=x onerror="document.title=1">';
  await page.goto('/');
  await page.getByRole('searchbox').fill(markup);
  await page.getByRole('searchbox').press('Enter');
  await page.getByText(`Nothing matches “${markup}”.`).waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), markup);
  assert.match(await page.title(), /^Search/);
});

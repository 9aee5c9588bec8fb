import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankShop, checkShop, toNewShop, toShopFields, toShopValues } from './shop-values.ts';

const shop = {
  id: 2,
  slug: 'lab-store',
  name: 'Lab Store',
  storefront_url: null,
  region: 'us-east-1',
  currency: 'USD',
  status: 'maintenance' as const,
  address: null,
  notes: null,
  product_count: 0,
  version: 1,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
};

test('a shop as it is saved has nothing wrong with it, and reads back the same', () => {
  const values = toShopValues(shop);
  assert.deepEqual(checkShop(values), {});
  const { slug, name, storefront_url, region, currency, status, notes } = shop;
  assert.deepEqual(toShopFields(values), { slug, name, storefront_url, region, currency, status, notes });
  assert.deepEqual(toNewShop(values), { slug, name, storefront_url, region, currency, status, notes });
});

test('only what was typed is sent; what was emptied is none, a currency has capitals', () => {
  assert.deepEqual(toShopFields({}), {});
  assert.deepEqual(toShopFields({ storefront_url: ' ', notes: '', currency: 'eur' }), {
    storefront_url: null,
    notes: null,
    currency: 'EUR',
  });
});

test('what is missing is said at its field', () => {
  assert.deepEqual(Object.keys(checkShop(blankShop)), ['name', 'slug', 'region']);
});

const refused: [field: keyof typeof blankShop, typed: string][] = [
  ['slug', 'Lab-Store'],
  ['slug', 'lab--store'],
  ['slug', 'a'],
  ['currency', 'US'],
  ['currency', 'U$D'],
  ['storefront_url', 'shop.example.com'],
  ['storefront_url', 'javascript:alert(1)'],
  ['storefront_url', 'https://user:secret@shop.example.com'],
];

for (const [field, typed] of refused)
  test(`“${typed}” is refused as ${field}`, () => {
    assert.deepEqual(Object.keys(checkShop({ ...toShopValues(shop), [field]: typed })), [field]);
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankNewProduct, checkNewProduct, toNewProduct } from './new-product-values.ts';
import { blankProduct, checkProduct, toProductFields, toProductValues } from './product-values.ts';

const product = {
  id: 7,
  sku: 'DRN-001',
  name: 'Falcon',
  description: '',
  category: 'Drones',
  price: 499.9,
  image_url: null,
  shop_id: null,
  shop_name: null,
  is_active: true,
  status: 'active' as const,
  stock: 3,
  version: 2,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
};

test('a product as it is saved has nothing wrong with it, and reads back the same', () => {
  const values = toProductValues(product);
  assert.deepEqual(checkProduct(values), {});
  const { name, sku, category, price, shop_id, description, image_url, is_active } = product;
  const fields = { name, sku, category, price, shop_id, description, image_url, is_active };
  assert.deepEqual(toProductFields(values), fields);
});

test('only the fields that were typed are sent, and an emptied one is none', () => {
  assert.deepEqual(toProductFields({}), {});
  assert.deepEqual(toProductFields({ shop_id: '3', image_url: ' /images/a.svg ', sku: ' A-1 ' }), {
    shop_id: 3,
    image_url: '/images/a.svg',
    sku: 'A-1',
  });
  assert.deepEqual(toProductFields({ shop_id: '', image_url: '' }), { shop_id: null, image_url: null });
});

test('what is missing is said at its field', () => {
  assert.deepEqual(Object.keys(checkProduct(blankProduct)), ['name', 'sku', 'category', 'price']);
});

for (const image_url of ['images/a.svg', '//evil.example/a.svg', 'https://a.example/a.svg', '/a b.svg', '/a\\b.svg'])
  test(`a picture at “${image_url}” is refused`, () => {
    assert.deepEqual(Object.keys(checkProduct({ ...toProductValues(product), image_url })), ['image_url']);
  });

test('a new product has the units that were typed, or none', () => {
  const values = { ...blankNewProduct, ...toProductValues(product) };
  assert.deepEqual(checkNewProduct(values), {});
  assert.equal(toNewProduct(values).stock, 0);
  assert.equal(toNewProduct({ ...values, stock: '12' }).stock, 12);
  assert.deepEqual(Object.keys(checkNewProduct({ ...values, stock: '-1' })), ['stock']);
});

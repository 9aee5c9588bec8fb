import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortOrders } from '@octo/contracts/catalog.ts';
import type { Position } from '@octo/platform/paging/keyset.ts';
import type { Product } from './product.ts';
import { type ProductOrder, positionOf, productOrders } from './product-order.ts';

const createdAt = new Date('2026-01-02T03:04:05.678Z');
const product: Product = {
  id: 7,
  sku: 'SKU-7',
  name: 'Falcon',
  description: '',
  category: 'Drones',
  priceCents: 123405,
  stock: 12,
  imageUrl: null,
  createdAt,
};

const values: Record<ProductOrder, Position['value']> = {
  name: 'Falcon',
  price: '1234.05',
  price_desc: '1234.05',
  stock: 12,
  newest: createdAt,
  category: 'Drones',
  created_at: createdAt,
  id: 7,
};

for (const order of sortOrders) {
  test(`a page ordered by ${order} ends at that value of its last product`, () => {
    assert.deepEqual(positionOf(product, order), { value: values[order], id: 7 });
  });
}

test('the catalogue knows every order of the contract, and no other', () => {
  assert.deepEqual(Object.keys(productOrders).sort(), sortOrders.toSorted());
});

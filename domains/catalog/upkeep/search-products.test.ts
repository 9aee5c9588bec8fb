import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../../testing/small-shop.ts';
import { listProductCategories } from './list-product-categories.ts';
import { listWarehouses } from './list-warehouses.ts';
import { type SearchProductsInput, searchProducts } from './search-products.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
  const add = shop.addProduct;
  await add({ name: 'Falcon Racer', sku: 'FAL-1', category: 'Drones', price: '499.99', stock: [3, 4] });
  await add({ name: 'Carbon Arm', sku: 'arm_2', category: 'Frames', price: '19.95', description: 'Falcon grade' });
  await add({ name: '100% Kamera', sku: 'CAM-3', category: 'Cameras', price: '99.00', stock: [0] });
  await add({ name: 'Old Falcon', sku: 'FAL-4', isActive: false, stock: [0, 1] });
  await add({ name: 'Foreign Falcon', sku: 'FAL-5', shopId: otherShopId, category: 'Parts' });
});
after(() => shop[Symbol.asyncDispose]());

async function namesOf(input: SearchProductsInput): Promise<string[]> {
  return (await searchProducts(shop.crm, input)).products.map((product) => product.name);
}

const all = ['100% Kamera', 'Carbon Arm', 'Falcon Racer', 'Foreign Falcon', 'Old Falcon'];

const filters: { asks: string; input: SearchProductsInput; found: string[] }[] = [
  { asks: 'for everything', input: {}, found: all },
  { asks: 'for blanks', input: { search: '   ' }, found: all },
  { asks: 'for a part of a name in any case', input: { search: 'FALCON' }, found: all.slice(2) },
  { asks: 'for a part of a SKU in any case', input: { search: 'RM_2' }, found: ['Carbon Arm'] },
  { asks: 'for a part of a category', input: { search: ' camer ' }, found: ['100% Kamera'] },
  { asks: 'for a percent sign', input: { search: '%' }, found: ['100% Kamera'] },
  { asks: 'for what stands in a description alone', input: { search: 'grade' }, found: [] },
  { asks: 'for a category as a whole', input: { category: 'Frames' }, found: ['Carbon Arm'] },
  { asks: 'for a part of a category as a category', input: { category: 'Frame' }, found: [] },
  { asks: 'for what one shop is assigned', input: { shopId: otherShopId }, found: ['Foreign Falcon'] },
  { asks: 'for what is off sale', input: { isActive: false }, found: ['Old Falcon'] },
  { asks: 'for what is on sale here', input: { isActive: true, shopId }, found: all.slice(0, 3) },
  { asks: 'for less than one unit', input: { stockBelow: 1 }, found: ['100% Kamera'] },
  { asks: 'for less than seven units', input: { stockBelow: 7 }, found: ['100% Kamera', 'Old Falcon'] },
  { asks: 'for all of it together', input: { search: 'fal', isActive: false, stockBelow: 2 }, found: ['Old Falcon'] },
];

for (const { asks, input, found } of filters) {
  test(`who asks ${asks} finds ${found.join(', ') || 'nothing'}`, async () => {
    assert.deepEqual(await namesOf(input), found);
  });
}

test('a product is listed with its shop, its price in cents, and the stock of all warehouses', async () => {
  const [product] = (await searchProducts(shop.crm, { search: 'FAL-1' })).products;
  assert.ok(product);
  const { createdAt, updatedAt, ...facts } = product;
  assert.deepEqual(facts, {
    id: 1,
    sku: 'FAL-1',
    name: 'Falcon Racer',
    description: '',
    category: 'Drones',
    priceCents: 49_999,
    imageUrl: null,
    shopId,
    shopName: 'Shop 1',
    isActive: true,
    stock: 7,
    version: 1,
  });
  assert.ok(createdAt instanceof Date && updatedAt instanceof Date);
});

test('a page ends at its limit, and only then says where the next one starts', async () => {
  const page = await searchProducts(shop.crm, { limit: 4 });
  assert.equal(page.products.length, 4);
  assert.deepEqual(await namesOf({ limit: 4, after: page.next }), ['Old Falcon']);
  assert.equal('next' in (await searchProducts(shop.crm, { limit: 5 })), false);
  assert.deepEqual(await namesOf({ offset: 3, limit: 1 }), ['Foreign Falcon']);
});

test('a cursor made for another order is refused', async () => {
  const { next } = await searchProducts(shop.crm, { limit: 1 });
  const again = searchProducts(shop.crm, { after: next, sort: 'price' });
  await assert.rejects(again, refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

test('categories are those of all products, on sale or not', async () => {
  assert.deepEqual(await listProductCategories(shop.crm), ['Cameras', 'Drones', 'Frames', 'Parts']);
});

test('warehouses stand in the order in which orders draw on them', async () => {
  assert.deepEqual(await listWarehouses(shop.crm), [
    { id: 1, name: 'Warehouse 1', region: 'eu' },
    { id: 2, name: 'Warehouse 2', region: 'eu' },
  ]);
});

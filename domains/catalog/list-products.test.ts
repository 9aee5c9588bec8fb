import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { countProducts } from './count-products.ts';
import { type ListProductsInput, listProducts } from './list-products.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
  const add = shop.addProduct;
  await add({ name: 'Falcon Racer', sku: 'FAL-1', category: 'Drones', price: '499.99', stock: [3, 4] });
  await add({ name: 'Carbon Arm', sku: 'ARM_2', category: 'Frames', price: '19.95', description: '100% carbon!' });
  await add({ name: 'Straßenkamera', sku: 'CAM-3', category: 'Cameras', price: '99.00', stock: [0] });
  await add({ name: 'Hidden Falcon', sku: 'FAL-4', isActive: false });
  await add({ name: 'Foreign Falcon', sku: 'FAL-5', shopId: otherShopId });
});
after(() => shop[Symbol.asyncDispose]());

async function list(input: Partial<ListProductsInput>) {
  return await listProducts(shop.ctx, { shopId, ...input });
}

const searches = [
  { search: 'falcon', found: ['Falcon Racer'] },
  { search: 'arm_2', found: ['Carbon Arm'] },
  { search: 'CAMERAS', found: ['Straßenkamera'] },
  { search: 'straße', found: ['Straßenkamera'] },
  { search: 'carbon', found: ['Carbon Arm'] },
  { search: 'racer drones', found: ['Falcon Racer'] },
  { search: 'racer frames', found: [] },
  { search: '100%', found: ['Carbon Arm'] },
  { search: '%', found: ['Carbon Arm'] },
  { search: '_', found: ['Carbon Arm'] },
  { search: 'arm-2', found: [] },
  { search: 'carbon!', found: ['Carbon Arm'] },
  { search: "'", found: [] },
  { search: '   ', found: ['Carbon Arm', 'Falcon Racer', 'Straßenkamera'] },
];

for (const { search, found } of searches) {
  test(`a search for ${JSON.stringify(search)} finds ${found.join(', ') || 'nothing'}`, async () => {
    const { products } = await list({ search });
    assert.deepEqual(
      products.map((product) => product.name),
      found,
    );
    assert.equal(await countProducts(shop.ctx, { shopId, search }), found.length);
  });
}

test('a category is matched as a whole, alone and with a search', async () => {
  const names = async (input: Partial<ListProductsInput>) =>
    (await list(input)).products.map((product) => product.name);
  assert.deepEqual(await names({ category: 'Frames' }), ['Carbon Arm']);
  assert.deepEqual(await names({ category: 'Frame' }), []);
  assert.deepEqual(await names({ category: 'Frames', search: 'falcon' }), []);
  assert.equal(await countProducts(shop.ctx, { shopId, category: 'Frames' }), 1);
});

test('a product is listed with its price in cents and the stock of all warehouses', async () => {
  const [product] = (await list({ search: 'racer' })).products;
  assert.equal(product?.priceCents, 49999);
  assert.equal(product?.stock, 7);
  assert.equal(product?.description, '');
  assert.ok(product?.createdAt instanceof Date);
});

test('a page ends at its limit, and only then says where the next one starts', async () => {
  const page = await list({ limit: 2 });
  assert.equal(page.products.length, 2);
  assert.equal(typeof page.next, 'string');
  assert.equal('next' in (await list({ limit: 3 })), false);
});

test('an offset skips products', async () => {
  const { products } = await list({ offset: 1, limit: 1 });
  assert.deepEqual(
    products.map((product) => product.name),
    ['Falcon Racer'],
  );
});

test('a cursor made for another order is refused', async () => {
  const { next } = await list({ limit: 1 });
  await assert.rejects(list({ after: next, order: 'price' }), refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

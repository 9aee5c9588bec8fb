import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { countProducts } from './count-products.ts';
import { type ListProductsInput, listProducts } from './list-products.ts';
import type { Product } from './product.ts';
import type { ProductOrder } from './product-order.ts';

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

type SortKey = 'id' | 'name' | 'category' | 'priceCents' | 'stock' | 'createdAt';

/** What each order promises: the key it sorts by, and 1 for rising or -1 for falling. */
const senses: [order: ProductOrder, key: SortKey, sign: 1 | -1][] = [
  ['name', 'name', 1],
  ['price', 'priceCents', 1],
  ['price_desc', 'priceCents', -1],
  ['stock', 'stock', -1],
  ['newest', 'createdAt', -1],
  ['category', 'category', 1],
  ['created_at', 'createdAt', 1],
  ['id', 'id', 1],
];

describe('page after page', () => {
  let many: SmallShop;
  const count = 23;
  before(async () => {
    many = await openSmallShop();
    for (let i = 0; i < count; i += 1) {
      await many.addProduct({
        name: `Drone ${'ABCDE'.charAt(i % 5)}`,
        category: `Kind ${i % 3}`,
        price: `${i % 4}.50`,
        stock: [i % 3, i % 2],
        createdAt: new Date(1_700_000_000_000 + (i % 6)),
      });
    }
  });
  after(() => many[Symbol.asyncDispose]());

  for (const [order, key, sign] of senses) {
    test(`visits every product exactly once, sorted, in the order ${order} with many equals`, async () => {
      const whole = await listProducts(many.ctx, { shopId, order, limit: 100 });
      const visited = [];
      let next: string | undefined;
      do {
        const page = await listProducts(many.ctx, { shopId, order, limit: 4, after: next });
        visited.push(...page.products);
        next = page.next;
      } while (next !== undefined);
      assert.equal(new Set(visited.map((product) => product.id)).size, count);
      assert.deepEqual(visited, whole.products);
      assert.deepEqual(
        visited,
        visited.toSorted((a, b) => sign * compare(a, b, key)),
      );
    });
  }
});

/** Rising by the key; the id decides between equals. */
function compare(a: Product, b: Product, key: SortKey): number {
  if (a[key] < b[key]) return -1;
  if (a[key] > b[key]) return 1;
  return a.id - b.id;
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { listProducts } from './list-products.ts';
import type { Product } from './product.ts';
import type { ProductOrder } from './product-order.ts';

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

let shop: SmallShop;
const count = 23;
before(async () => {
  shop = await openSmallShop();
  for (let i = 0; i < count; i += 1) {
    await shop.addProduct({
      name: `Drone ${'ABCDE'.charAt(i % 5)}`,
      category: `Kind ${i % 3}`,
      price: `${i % 4}.50`,
      stock: [i % 3, i % 2],
      createdAt: new Date(1_700_000_000_000 + (i % 6)),
    });
  }
});
after(() => shop[Symbol.asyncDispose]());

for (const [order, key, sign] of senses) {
  test(`page after page visits every product exactly once, sorted, in the order ${order} with many equals`, async () => {
    const whole = await listProducts(shop.ctx, { shopId, order, limit: 100 });
    const visited = [];
    let next: string | undefined;
    do {
      const page = await listProducts(shop.ctx, { shopId, order, limit: 4, after: next });
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

/** Rising by the key; the id decides between equals. */
function compare(a: Product, b: Product, key: SortKey): number {
  if (a[key] < b[key]) return -1;
  if (a[key] > b[key]) return 1;
  return a.id - b.id;
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import type { ProductSort } from './product-sorts.ts';
import type { ProductSummary } from './product-summary.ts';
import { searchProducts } from './search-products.ts';

type SortKey = 'name' | 'priceCents' | 'stock' | 'createdAt';

/** What each order promises: the key it sorts by, and 1 for rising or -1 for falling. */
const senses: [sort: ProductSort, key: SortKey, sign: 1 | -1][] = [
  ['name', 'name', 1],
  ['price', 'priceCents', 1],
  ['price_desc', 'priceCents', -1],
  ['stock', 'stock', 1],
  ['stock_desc', 'stock', -1],
  ['newest', 'createdAt', -1],
];

let shop: SmallShop;
const count = 23;
before(async () => {
  shop = await openSmallShop();
  for (let i = 0; i < count; i += 1) {
    await shop.addProduct({
      name: `Drone ${'ABCDE'.charAt(i % 5)}`,
      price: `${i % 4}.50`,
      stock: [i % 3, i % 2],
      createdAt: new Date(1_700_000_000_000 + (i % 6)),
    });
  }
});
after(() => shop[Symbol.asyncDispose]());

for (const [sort, key, sign] of senses) {
  test(`page after page visits every product exactly once, sorted, in the order ${sort} with many equals`, async () => {
    const visited: ProductSummary[] = [];
    let next: string | undefined;
    do {
      const page = await searchProducts(shop.crm, { sort, limit: 4, after: next });
      visited.push(...page.products);
      next = page.next;
    } while (next !== undefined);
    assert.equal(new Set(visited.map((product) => product.id)).size, count);
    const sorted = visited.toSorted((a, b) => sign * compare(a, b, key));
    assert.deepEqual(visited, sorted);
  });
}

/** Rising by the key; the id decides between equals. */
function compare(a: ProductSummary, b: ProductSummary, key: SortKey): number {
  if (a[key] < b[key]) return -1;
  if (a[key] > b[key]) return 1;
  return a.id - b.id;
}

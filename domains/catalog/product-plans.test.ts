import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type BigShop, openBigShop } from '../testing/big-shop.ts';
import type { ProductOrder } from './product-order.ts';
import { type ProductFilter, selectProducts } from './queries.ts';

const products = 30_000;
let shop: BigShop;
before(async () => {
  shop = await openBigShop(1);
  await sql`
    insert into products (id, shop_id, name, sku, description, price, category, created_at, updated_at)
    select n, 1, 'Drone ' || n * 7919 % ${sql.lit(products)}, 'SKU-' || n, 'Flies for ' || n % 90 || ' minutes. ' || repeat('Made for wind and weather. ', 6), n % 5000,
      'Category ' || n % 12, now() - n * interval '1 minute', now()
    from generate_series(1, ${sql.lit(products)}) n`.execute(shop.owner);
  await sql`vacuum analyze products`.execute(shop.owner);
});
after(() => shop[Symbol.asyncDispose]());

/** Each page of 30,000 products, with the index that it must be read by. */
const pages: Record<string, { filter: Partial<ProductFilter>; order?: ProductOrder; index: string }> = {
  'the whole catalogue': { filter: {}, index: 'products_name_id_ix' },
  'the cheapest': { filter: {}, order: 'price', index: 'products_price_id_ix' },
  'a category': { filter: { category: 'Category 7' }, index: 'products_category_name_id_ix' },
  'what few have in their name': { filter: { words: ['12345'] }, index: 'products_search_ix' },
  'what nobody has': { filter: { words: ['zeppelin'] }, index: 'products_search_ix' },
  'two words, one of them rare': { filter: { words: ['drone', 'SKU-29998'] }, index: 'products_search_ix' },
  'what nearly all have': { filter: { words: ['minutes'] }, index: 'products_name_id_ix' },
};

for (const [name, { filter, order = 'name', index }] of Object.entries(pages)) {
  test(`a page of ${name} is read by ${index}, never row by row`, async () => {
    const steps = await shop.planOf(selectProducts, {
      filter: { shopId: 1, words: [], ...filter },
      order,
      offset: 0,
      limit: 25,
    });
    assert.ok(
      steps.some((step) => step.index === index),
      JSON.stringify(steps),
    );
    assert.ok(!steps.some(({ kind, table }) => kind === 'Seq Scan' && table === 'products'));
  });
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { addShop } from './add-shop.ts';
import { getShop } from './get-shop.ts';
import { type ListShopsInput, listShops } from './list-shops.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
  await shop.addProduct();
  await shop.addProduct({ isActive: false });
  await shop.addProduct({ shopId: otherShopId });
  await addShop(shop.crm, { slug: 'harbour', name: 'Alpha Harbour', region: 'us-west' });
  await addShop(shop.crm, { slug: 'alpha-2', name: 'Alpha Harbour', region: 'ap', status: 'maintenance' });
  await addShop(shop.crm, { slug: '50-percent', name: '50% Outlet', region: 'us-east', status: 'inactive' });
});
after(() => shop[Symbol.asyncDispose]());

async function slugsOf(input: ListShopsInput): Promise<string[]> {
  return (await listShops(shop.crm, input)).shops.map(({ slug }) => slug);
}

const all = ['50-percent', 'harbour', 'alpha-2', 'shop-1', 'shop-2'];

const filters: { asks: string; input: ListShopsInput; found: string[] }[] = [
  { asks: 'for everything', input: {}, found: all },
  { asks: 'for a part of a name in any case', input: { search: 'ALPHA h' }, found: ['harbour', 'alpha-2'] },
  { asks: 'for a part of a slug', input: { search: 'op-' }, found: ['shop-1', 'shop-2'] },
  { asks: 'for a part of a region', input: { search: ' US- ' }, found: ['50-percent', 'harbour'] },
  { asks: 'for a percent sign', input: { search: '%' }, found: ['50-percent'] },
  { asks: 'for a status', input: { status: 'maintenance' }, found: ['alpha-2'] },
  { asks: 'for a status and a name', input: { status: 'active', search: 'harbour' }, found: ['harbour'] },
];

for (const { asks, input, found } of filters) {
  test(`who asks ${asks} finds ${found.join(', ')}`, async () => {
    assert.deepEqual(await slugsOf(input), found);
  });
}

test('a shop is shown with all products that are assigned to it, on sale or not', async () => {
  const { shops } = await listShops(shop.crm, {});
  const counts = shops.map(({ slug, productCount }) => [slug, productCount]);
  assert.deepEqual(counts.slice(-2), [
    ['shop-1', 2],
    ['shop-2', 1],
  ]);
  const one = await getShop(shop.crm, { shopId });
  assert.deepEqual(
    one,
    shops.find(({ id }) => id === shopId),
  );
  const { createdAt, updatedAt, ...facts } = one;
  assert.deepEqual(facts, {
    id: shopId,
    slug: 'shop-1',
    name: 'Shop 1',
    region: 'eu',
    storefrontUrl: null,
    currency: 'USD',
    status: 'active',
    address: null,
    notes: null,
    productCount: 2,
    version: 1,
  });
  assert.ok(createdAt instanceof Date && updatedAt instanceof Date);
});

test('page after page visits every shop once, those of one name too', async () => {
  const visited: string[] = [];
  let next: string | undefined;
  do {
    const page = await listShops(shop.crm, { limit: 2, after: next });
    visited.push(...page.shops.map(({ slug }) => slug));
    next = page.next;
  } while (next !== undefined);
  assert.deepEqual(visited, all);
  assert.deepEqual(await slugsOf({ offset: 3, limit: 1 }), ['shop-1']);
});

test('an unknown shop is not found, a forged cursor refused', async () => {
  await assert.rejects(getShop(shop.crm, { shopId: 999 }), refusal('NotFound', 'shops.not_found'));
  await assert.rejects(listShops(shop.crm, { after: 'x' }), refusal('Invalid', 'paging.cursor_invalid', 'after'));
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { countUnits } from './count-units.ts';
import { getCatalogVersion } from './get-catalog-version.ts';
import { getProduct } from './get-product.ts';
import { getProductBySku } from './get-product-by-sku.ts';
import { listCategories } from './list-categories.ts';

let shop: SmallShop;
let sold: number;
let inactive: number;
let foreign: number;
before(async () => {
  shop = await openSmallShop();
  sold = await shop.addProduct({ name: 'Falcon', sku: 'FAL', stock: [2, 3], price: '12.30', description: 'Flies' });
  inactive = await shop.addProduct({ sku: 'OLD', isActive: false, category: 'Old' });
  foreign = await shop.addProduct({ sku: 'FOREIGN', shopId: otherShopId, category: 'Foreign' });
  await shop.addProduct({ category: 'Cameras' });
  await shop.addProduct({ category: 'Cameras' });
});
after(() => shop[Symbol.asyncDispose]());

test('a product on sale is shown with its price, its stock, and nothing of the inside', async () => {
  const product = await getProduct(shop.ctx, { shopId, productId: sold });
  assert.deepEqual(product, {
    id: sold,
    sku: 'FAL',
    name: 'Falcon',
    description: 'Flies',
    category: 'Drones',
    priceCents: 1230,
    imageUrl: null,
    stock: 5,
    createdAt: product.createdAt,
  });
});

test('an unknown product is not found, and neither is one of another shop', async () => {
  const notFound = refusal('NotFound', 'catalog.product_not_found', 'product_id');
  await assert.rejects(getProduct(shop.ctx, { shopId, productId: 999_999 }), notFound);
  await assert.rejects(getProduct(shop.ctx, { shopId, productId: foreign }), notFound);
});

test('a product taken off sale is not found either, and says why', async () => {
  const inactiveProduct = refusal('NotFound', 'catalog.product_inactive', 'product_id');
  await assert.rejects(getProduct(shop.ctx, { shopId, productId: inactive }), inactiveProduct);
});

test('a picture is found by SKU in any case, also of a product off sale, but not of another shop', async () => {
  assert.equal((await getProductBySku(shop.ctx, { shopId, sku: 'fal' })).sku, 'FAL');
  assert.equal((await getProductBySku(shop.ctx, { shopId, sku: 'OLD' })).category, 'Old');
  for (const sku of ['FOREIGN', 'NONE']) {
    const notFound = refusal('NotFound', 'catalog.product_not_found', 'sku');
    await assert.rejects(getProductBySku(shop.ctx, { shopId, sku }), notFound);
  }
});

test('categories are those with something on sale here, by name, with how much', async () => {
  assert.deepEqual(await listCategories(shop.ctx, { shopId }), [
    { name: 'Cameras', products: 2 },
    { name: 'Drones', products: 1 },
  ]);
});

test('the units in stock are those of what is on sale here, in all warehouses', async () => {
  assert.equal(await countUnits(shop.ctx, { shopId }), 25);
  assert.equal(await countUnits(shop.ctx, { shopId: 999 }), 0);
});

test('the version of the catalogue is read', async () => {
  assert.equal(await getCatalogVersion(shop.ctx), 1);
});

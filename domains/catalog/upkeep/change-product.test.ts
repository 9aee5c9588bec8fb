import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StaleEdit } from '@octo/platform/errors/stale-edit.ts';
import { lacksRight } from '@octo/platform/testing/lacks-right.ts';
import { openOrder } from '../../orders/index.ts';
import { auditTrail } from '../../testing/audit-trail.ts';
import { later, lineOf, orderOf } from '../../testing/orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop } from '../../testing/small-shop.ts';
import { getCatalogVersion } from '../get-catalog-version.ts';
import { changeProduct } from './change-product.ts';
import { correctStock } from './correct-stock.ts';
import { getProductDetail } from './get-product-detail.ts';
import type { ProductEdit } from './product-values.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

function change(productId: number, edit: ProductEdit, version = 1) {
  return changeProduct(shop.crm, { productId, version, edit });
}

test('only what is sent changes, the version moves, and the shops are told', async () => {
  const productId = await shop.addProduct({ name: 'Falcon', description: 'Flies.', price: '99.00' });
  const before = await getProductDetail(shop.crm, { productId });
  const version = await getCatalogVersion(shop.crm);
  const at = later(shop.crm, 1000);
  const changed = await changeProduct(at, { productId, version: 1, edit: { priceCents: 12_345 } });
  assert.deepEqual(changed, { ...before, priceCents: 12_345, version: 2, updatedAt: at.clock.now() });
  assert.deepEqual(await getProductDetail(shop.crm, { productId }), changed);
  assert.equal(await getCatalogVersion(shop.crm), version + 1);
});

test('the audit holds what changed and nothing else, old and new, by whom and in which trace', async () => {
  const productId = await shop.addProduct({ price: '99.00', category: 'Drones' });
  await change(productId, { priceCents: 10, category: 'Drones', shopId: otherShopId, isActive: false });
  assert.deepEqual(await auditTrail(shop.owner, `products/${productId}`), [
    {
      action: 'products.update',
      actor: 'user:7',
      traceId: shop.crm.traceId,
      before: { price: '99.00', shop_id: 1, is_active: true },
      after: { price: '0.10', shop_id: otherShopId, is_active: false },
    },
  ]);
});

test('an edit that says nothing new writes nothing', async () => {
  const productId = await shop.addProduct({ name: 'Falcon', price: '99.00' });
  const before = await getProductDetail(shop.crm, { productId });
  const version = await getCatalogVersion(shop.crm);
  for (const edit of [{}, { name: ' Falcon ', priceCents: 9900 }, { shopId: 1, imageUrl: null, description: ' ' }])
    assert.deepEqual(await change(productId, edit), before);
  assert.deepEqual(await auditTrail(shop.owner, `products/${productId}`), []);
  assert.equal(await getCatalogVersion(shop.crm), version);
});

test('an edit made from a version that is gone is refused with the product as it stands now', async () => {
  const productId = await shop.addProduct({ name: 'Falcon' });
  const now = await change(productId, { name: 'Falcon 2' });
  for (const version of [1, 3]) {
    await assert.rejects(change(productId, { name: 'Eagle' }, version), (error) => {
      assert.ok(error instanceof StaleEdit && refusal('Conflict', 'catalog.stale')(error));
      assert.deepEqual(error.current, now);
      return true;
    });
  }
  assert.equal((await getProductDetail(shop.crm, { productId })).name, 'Falcon 2');
});

test('of ten edits of one version one is taken, and the others are shown it', async () => {
  const productId = await shop.addProduct();
  const edits = Array.from({ length: 10 }, (_, index) => change(productId, { priceCents: index + 1 }));
  const outcomes = await Promise.allSettled(edits);
  const kept = await getProductDetail(shop.crm, { productId });
  assert.equal(kept.version, 2);
  const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  assert.deepEqual(
    taken.map(({ value }) => value),
    [kept],
  );
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') assert.deepEqual(outcome.reason.current, kept, String(outcome.reason));
  }
  assert.equal((await auditTrail(shop.owner, `products/${productId}`)).length, 1);
});

test('neither a sale nor a correction of the stock makes an edit stale', async () => {
  const productId = await shop.addProduct({ stock: [5] });
  await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 2)]));
  await correctStock(shop.crm, { productId, delta: 4, reason: 'found' });
  const { version, stock } = await change(productId, { priceCents: 1 });
  assert.deepEqual({ version, stock }, { version: 2, stock: 7 });
});

test('a SKU moves to other letters, but not to those of another product in any case', async () => {
  const taken = refusal('Conflict', 'catalog.sku_taken', 'sku');
  await shop.addProduct({ sku: 'EAGLE-1' });
  const productId = await shop.addProduct({ sku: 'falcon-1' });
  for (const sku of ['EAGLE-1', 'eagle-1']) await assert.rejects(change(productId, { sku, name: 'No' }), taken);
  assert.equal((await getProductDetail(shop.crm, { productId })).name, `Drone ${productId}`);
  assert.equal((await change(productId, { sku: 'FALCON-1' })).sku, 'FALCON-1');
});

test('of two products that take one SKU at once one gets it', async () => {
  const ids = [await shop.addProduct(), await shop.addProduct()];
  const outcomes = await Promise.allSettled(ids.map((id) => change(id, { sku: 'WANTED' })));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.ok(refusal('Conflict', 'catalog.sku_taken', 'sku')(refused[0]?.reason), String(refused[0]?.reason));
});

test('a shop that does not exist and a product that does not exist are refused', async () => {
  const productId = await shop.addProduct();
  await assert.rejects(change(productId, { shopId: 999 }), refusal('Invalid', 'catalog.shop_unknown', 'shop_id'));
  await assert.rejects(change(999_999, { name: 'A' }), refusal('NotFound', 'catalog.product_not_found'));
  await assert.rejects(
    getProductDetail(shop.crm, { productId: 999_999 }),
    refusal('NotFound', 'catalog.product_not_found'),
  );
});

test('with the rights of the shop no product can be changed', async () => {
  const productId = await shop.addProduct();
  const asShop = changeProduct({ ...shop.crm, db: shop.ctx.db }, { productId, version: 1, edit: { priceCents: 1 } });
  await assert.rejects(asShop, lacksRight);
});

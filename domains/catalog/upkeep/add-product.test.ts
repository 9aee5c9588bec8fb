import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditTrail } from '../../testing/audit-trail.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop, shopId } from '../../testing/small-shop.ts';
import { assertStockIsWhole, stockOf } from '../../testing/stock.ts';
import { getCatalogVersion } from '../get-catalog-version.ts';
import { type AddProductInput, addProduct } from './add-product.ts';
import { listStockMovements } from './list-stock-movements.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

let skus = 0;

function add(change: Partial<AddProductInput> = {}) {
  skus += 1;
  return addProduct(shop.crm, {
    name: 'Falcon',
    sku: `NEW-${skus}`,
    category: 'Drones',
    priceCents: 49_999,
    ...change,
  });
}

test('a product is added with its first units in the first warehouse, and the shops are told', async () => {
  const version = await getCatalogVersion(shop.crm);
  const product = await add({ name: ' Falcon ', description: 'Flies.', shopId, stock: 12 });
  const { id, createdAt, ...facts } = product;
  assert.deepEqual(facts, {
    sku: 'NEW-1',
    name: 'Falcon',
    description: 'Flies.',
    category: 'Drones',
    priceCents: 49_999,
    imageUrl: null,
    shopId,
    shopName: 'Shop 1',
    isActive: true,
    stock: 12,
    version: 1,
    updatedAt: createdAt,
    levels: [
      { warehouseId: 1, warehouseName: 'Warehouse 1', quantity: 12 },
      { warehouseId: 2, warehouseName: 'Warehouse 2', quantity: 0 },
    ],
  });
  assert.deepEqual(await stockOf(shop.owner, id), [12, 0], 'every warehouse has its level');
  assert.equal(await getCatalogVersion(shop.crm), version + 1);
  await assertStockIsWhole(shop.owner);
});

test('the first units stand in the ledger, the product in the audit', async () => {
  const { id } = await add({ stock: 3, priceCents: 5 });
  const { movements } = await listStockMovements(shop.crm, { productId: id });
  const [{ warehouseId, delta, reason, orderId, actor, traceId } = assert.fail('no movement')] = movements;
  assert.equal(movements.length, 1);
  const ledger = { warehouseId: 1, delta: 3, reason: 'first stock', orderId: null, actor: 'user:7' };
  assert.deepEqual({ warehouseId, delta, reason, orderId, actor, traceId }, { ...ledger, traceId: shop.crm.traceId });
  const values = { name: 'Falcon', sku: `NEW-${skus}`, category: 'Drones', price: '0.05', description: '' };
  const rest = { image_url: null, shop_id: null, is_active: true, stock: 3 };
  const entry = { action: 'products.create', actor: 'user:7', traceId: shop.crm.traceId };
  assert.deepEqual(await auditTrail(shop.owner, `products/${id}`), [
    { ...entry, before: null, after: { ...values, ...rest } },
  ]);
});

test('a product without first units has none, and no movement', async () => {
  const { id, stock } = await add();
  assert.equal(stock, 0);
  assert.deepEqual(await stockOf(shop.owner, id), [0, 0]);
  assert.deepEqual((await listStockMovements(shop.crm, { productId: id })).movements, []);
});

test('a SKU that is taken in any case is refused, and nothing of the product stays', async () => {
  await add({ sku: 'Taken-1' });
  const version = await getCatalogVersion(shop.crm);
  const taken = refusal('Conflict', 'catalog.sku_taken', 'sku');
  for (const sku of ['Taken-1', 'TAKEN-1', 'taken-1']) await assert.rejects(add({ sku, stock: 5 }), taken);
  const rows = await shop.owner.selectFrom('products').select('sku').execute();
  const named = rows.filter(({ sku }) => sku.toLowerCase() === 'taken-1');
  assert.deepEqual(named, [{ sku: 'Taken-1' }]);
  assert.equal(await getCatalogVersion(shop.crm), version);
  await assertStockIsWhole(shop.owner);
});

test('of ten who add one SKU at once one does', async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => add({ sku: index % 2 === 0 ? 'RACED' : 'raced' })),
  );
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  assert.equal(refused.length, 9);
  for (const { reason } of refused) assert.ok(refusal('Conflict', 'catalog.sku_taken', 'sku')(reason), String(reason));
});

test('a shop that does not exist is refused', async () => {
  await assert.rejects(add({ shopId: 999 }), refusal('Invalid', 'catalog.shop_unknown', 'shop_id'));
});

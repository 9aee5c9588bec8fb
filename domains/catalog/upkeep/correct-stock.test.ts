import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { engineOf } from '@octo/platform/database/engines/engine.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { openOrder } from '../../orders/index.ts';
import { auditTrail } from '../../testing/audit-trail.ts';
import { lineOf, orderOf } from '../../testing/orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { assertStockIsWhole, stockOf } from '../../testing/stock.ts';
import { getCatalogVersion } from '../get-catalog-version.ts';
import { releaseStock } from '../release-stock.ts';
import { changeProduct } from './change-product.ts';
import { type CorrectStockInput, correctStock } from './correct-stock.ts';
import { listStockMovements } from './list-stock-movements.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

function correct(productId: number, delta: number, more: Partial<CorrectStockInput> = {}) {
  return correctStock(shop.crm, { productId, delta, reason: 'counted anew', ...more });
}

const belowZero = refusal('Conflict', 'catalog.stock_below_zero', 'delta');

test('units go into the first warehouse, or into the one that is named', async () => {
  const productId = await shop.addProduct({ stock: [3, 4] });
  assert.equal((await correct(productId, 2)).stock, 9);
  assert.deepEqual(await stockOf(shop.owner, productId), [5, 4]);
  const { levels } = await correct(productId, 10, { warehouseId: 2 });
  assert.deepEqual(
    levels.map((level) => level.quantity),
    [5, 14],
  );
  await assertStockIsWhole(shop.owner);
});

test('units are taken from the warehouses in their order, or from the one that is named', async () => {
  const productId = await shop.addProduct({ stock: [3, 9] });
  await correct(productId, -5);
  assert.deepEqual(await stockOf(shop.owner, productId), [0, 7]);
  await correct(productId, -1, { warehouseId: 2 });
  assert.deepEqual(await stockOf(shop.owner, productId), [0, 6]);
  await correct(productId, -6);
  assert.deepEqual(await stockOf(shop.owner, productId), [0, 0]);
});

test('stock below zero is refused, and nothing moves', async () => {
  const productId = await shop.addProduct({ stock: [3, 9] });
  const version = await getCatalogVersion(shop.crm);
  await assert.rejects(correct(productId, -13), belowZero);
  await assert.rejects(correct(productId, -4, { warehouseId: 1 }), belowZero);
  assert.deepEqual(await stockOf(shop.owner, productId), [3, 9]);
  assert.deepEqual(await auditTrail(shop.owner, `products/${productId}`), []);
  assert.equal(await getCatalogVersion(shop.crm), version);
});

test('a correction stands in ledger and audit with its reason, and the shops are told', async () => {
  const productId = await shop.addProduct({ stock: [3, 4] });
  const version = await getCatalogVersion(shop.crm);
  await correct(productId, -5, { reason: ' fell off a shelf ' });
  assert.equal(await getCatalogVersion(shop.crm), version + 1);
  const { movements } = await listStockMovements(shop.crm, { productId });
  const ours = movements.filter((movement) => movement.delta < 0).toSorted((a, b) => a.warehouseId - b.warehouseId);
  const common = { productId, reason: 'fell off a shelf', orderId: null, actor: 'user:7', traceId: shop.crm.traceId };
  const at = { createdAt: shop.crm.clock.now() };
  assert.deepEqual(
    ours.map(({ id: _, ...movement }) => movement),
    [
      { warehouseId: 1, warehouseName: 'Warehouse 1', delta: -3, ...common, ...at },
      { warehouseId: 2, warehouseName: 'Warehouse 2', delta: -2, ...common, ...at },
    ],
  );
  assert.deepEqual(await auditTrail(shop.owner, `products/${productId}`), [
    {
      action: 'products.stock',
      actor: 'user:7',
      traceId: shop.crm.traceId,
      before: { stock: 7 },
      after: { stock: 2 },
    },
  ]);
});

test('a warehouse that never held the product takes it in', async () => {
  const productId = await shop.addProduct({ stock: [] });
  await assert.rejects(correct(productId, -1), belowZero);
  assert.equal((await correct(productId, 4, { warehouseId: 2 })).stock, 4);
  assert.equal((await correct(productId, 1)).stock, 5);
  await assertStockIsWhole(shop.owner);
});

test('an unknown warehouse and an unknown product are refused', async () => {
  const productId = await shop.addProduct();
  const unknown = refusal('Invalid', 'catalog.warehouse_unknown', 'warehouse_id');
  await assert.rejects(correct(productId, 1, { warehouseId: 99 }), unknown);
  await assert.rejects(correct(999_999, 1), refusal('NotFound', 'catalog.product_not_found'));
  await assert.rejects(
    listStockMovements(shop.crm, { productId: 999_999 }),
    refusal('NotFound', 'catalog.product_not_found'),
  );
});

test('what an order holds goes back to its warehouses, whatever was corrected in between', async () => {
  const productId = await shop.addProduct({ stock: [3, 4] });
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, 5)]));
  await correct(productId, -2);
  await releaseStock(shop.ctx, { orderId, reason: 'order failed' });
  await shop.owner.updateTable('orders').set({ status: 'failed' }).where('id', '=', orderId).execute();
  assert.deepEqual(await stockOf(shop.owner, productId), [3, 2]);
  await assertStockIsWhole(shop.owner);
});

test('corrections, edits and orders at once leave the books true, and nobody waits in a circle', async (t) => {
  const circles = [shop.ctx.db, shop.crm.db].map((db) => t.mock.method(engineOf(db), 'isRetryable'));
  const ids = [await shop.addProduct({ stock: [40, 40] }), await shop.addProduct({ stock: [40, 40] })];
  const [one = 0, other = 0] = ids;
  const buy = async (index: number) => {
    const [first, second] = index % 2 === 0 ? [one, other] : [other, one];
    await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(first, 2), lineOf(second, 1)]));
  };
  const take = (index: number) => correct(ids[index % 2] ?? 0, -3, index % 3 === 0 ? { warehouseId: 2 } : {});
  const work = Array.from({ length: 60 }, (_, index): Promise<unknown> => {
    if (index % 3 === 0) return buy(index);
    if (index % 3 === 1) return take(index);
    return index % 4 === 0 ? changeProduct(shop.crm, edit(one, index)) : correct(ids[index % 2] ?? 0, 1);
  });
  const failures = (await Promise.allSettled(work)).filter((outcome) => outcome.status === 'rejected');
  const declines = ['catalog.out_of_stock', 'catalog.stock_below_zero', 'catalog.stale'];
  for (const { reason } of failures)
    assert.ok(reason instanceof AppError && declines.includes(reason.code), String(reason));
  const judged = circles.flatMap(({ mock }) => mock.calls);
  assert.equal(judged.length, failures.length);
  assert.ok(judged.every(({ result }) => result === false));
  await assertStockIsWhole(shop.owner);
});

function edit(productId: number, index: number) {
  return { productId, version: 1, edit: { priceCents: 100 + index } };
}

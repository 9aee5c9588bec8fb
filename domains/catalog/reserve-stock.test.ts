import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrder } from '../orders/index.ts';
import { lineOf, orderOf } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';
import { assertStockIsWhole, stockOf } from '../testing/stock.ts';
import { releaseStock } from './release-stock.ts';
import { reserveStock } from './reserve-stock.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

/** An order that holds the units, as every order does from its first moment. */
async function hold(productId: number, quantity: number): Promise<number> {
  const { orderId } = await openOrder(shop.ctx, await orderOf(shop.ctx, [lineOf(productId, quantity)]));
  return orderId;
}

test('stock is taken from the warehouses in their order, and each draw stands in the ledger', async () => {
  const productId = await shop.addProduct({ stock: [3, 4] });
  const orderId = await hold(productId, 5);
  assert.deepEqual(await stockOf(shop.owner, productId), [0, 2]);
  const movements = await shop.owner
    .selectFrom('stockMovements')
    .where('orderId', '=', orderId)
    .orderBy('warehouseId')
    .select(['warehouseId', 'delta', 'reason', 'actor', 'traceId'])
    .execute();
  const common = { reason: 'order reserved', actor: 'guest', traceId: shop.ctx.traceId };
  assert.deepEqual(movements, [
    { warehouseId: 1, delta: -3, ...common },
    { warehouseId: 2, delta: -2, ...common },
  ]);
  await assertStockIsWhole(shop.owner);
});

test('one product that is short leaves all the others untouched, and is named', async () => {
  const enough = await shop.addProduct({ stock: [5, 5] });
  const short = await shop.addProduct({ stock: [1, 1] });
  const orderId = await hold(await shop.addProduct(), 1);
  const needs = [
    { productId: enough, quantity: 2, name: 'Falcon' },
    { productId: short, quantity: 3, name: 'Rotor' },
  ];
  await assert.rejects(reserveStock(shop.ctx, { orderId, needs }), (error) => {
    assert.ok(refusal('Conflict', 'catalog.out_of_stock', 'quantity')(error));
    assert.match(String(error), /in stock: Rotor\./);
    return true;
  });
  assert.deepEqual(await stockOf(shop.owner, enough), [5, 5]);
  assert.deepEqual(await stockOf(shop.owner, short), [1, 1]);
  await assertStockIsWhole(shop.owner);
});

test('what an order held goes back to the warehouses it came from, once', async () => {
  const productId = await shop.addProduct({ stock: [3, 4] });
  const orderId = await hold(productId, 5);
  await releaseStock(shop.ctx, { orderId, reason: 'order failed' });
  assert.deepEqual(await stockOf(shop.owner, productId), [3, 4]);
  await releaseStock(shop.ctx, { orderId, reason: 'order failed' });
  assert.deepEqual(await stockOf(shop.owner, productId), [3, 4]);
});

test('ten orders for the last units at once share them out exactly', async () => {
  const productId = await shop.addProduct({ stock: [2, 3] });
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => hold(productId, 1)));
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  assert.equal(refused.length, 5);
  for (const { reason } of refused) assert.ok(refusal('Conflict', 'catalog.out_of_stock')(reason), String(reason));
  assert.deepEqual(await stockOf(shop.owner, productId), [0, 0]);
  const booked = await shop.owner
    .selectFrom('stockMovements')
    .where('productId', '=', productId)
    .select('delta')
    .execute();
  assert.equal(
    booked.reduce((sum, entry) => sum + entry.delta, 0),
    0,
  );
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { encodeCursor } from '@octo/platform/paging/cursor.ts';
import { addOrder } from '../../testing/messages.ts';
import { later } from '../../testing/orders.ts';
import { refusal } from '../../testing/refusals.ts';
import { openSmallShop, type SmallShop } from '../../testing/small-shop.ts';
import { correctStock } from './correct-stock.ts';
import { getStockMovement } from './get-stock-movement.ts';
import { listOrderMovements } from './list-order-movements.ts';
import { listStockMovements, type StockMovement } from './list-stock-movements.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

test('the ledger is read page after page, newest first, each movement once, also those of one instant', async () => {
  const productId = await shop.addProduct({ stock: [0] });
  await shop.addProduct({ stock: [7] });
  const count = 11;
  for (let entry = 0; entry < count; entry += 1)
    await correctStock(later(shop.crm, Math.floor(entry / 3)), { productId, delta: entry + 1, reason: 'counted' });
  const read: StockMovement[] = [];
  let next: string | undefined;
  do {
    const page = await listStockMovements(shop.crm, { productId, limit: 4, after: next });
    read.push(...page.movements);
    next = page.next;
  } while (next !== undefined);
  assert.deepEqual(
    read.map(({ delta }) => delta).toSorted((a, b) => a - b),
    Array.from({ length: count }, (_, index) => index + 1),
  );
  const times = read.map(({ createdAt }) => createdAt.getTime());
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  );
});

test('a cursor of another list is refused', async () => {
  const productId = await shop.addProduct();
  const ofProducts = encodeCursor('movements.newest', { value: new Date(), id: 5 });
  const forged = encodeCursor('movements.newest', { value: new Date(), id: "' or 1=1" });
  const elsewhere = encodeCursor('products.newest', { value: new Date(), id: crypto.randomUUID() });
  for (const after of [ofProducts, forged, elsewhere, 'xyz'])
    await assert.rejects(
      listStockMovements(shop.crm, { productId, after }),
      refusal('Invalid', 'paging.cursor_invalid', 'after'),
    );
});

test('one line of the ledger is told by its id, and one that there is not is not found', async () => {
  const productId = await shop.addProduct({ stock: [0] });
  await correctStock(shop.crm, { productId, delta: 3, reason: 'found' });
  const [line] = (await listStockMovements(shop.crm, { productId })).movements;
  assert.deepEqual([line?.productId, line?.delta, line?.traceId], [productId, 3, shop.crm.traceId]);
  assert.deepEqual(await getStockMovement(shop.crm, { id: line?.id ?? '' }), line);
  await assert.rejects(
    getStockMovement(shop.crm, { id: crypto.randomUUID() }),
    refusal('NotFound', 'catalog.movement_not_found'),
  );
});

test('what an order took from stock stands with the order, and only that', async () => {
  const orderId = await addOrder(shop);
  const taken = await listOrderMovements(shop.crm, { orderId });
  assert.deepEqual(
    taken.map(({ delta, orderId }) => [delta, orderId]),
    [[-1, orderId]],
  );
  assert.deepEqual(await listOrderMovements(shop.crm, { orderId: orderId + 1_000_000 }), []);
});

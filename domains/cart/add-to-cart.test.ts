import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { newSession } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { addToCart } from './add-to-cart.ts';
import { maxLines } from './cart.ts';
import { getCart } from './get-cart.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

function add(sessionId: string, productId: number, quantity = 1) {
  return addToCart(shop.ctx, { sessionId, shopId, productId, quantity });
}

async function quantities(sessionId: string): Promise<number[]> {
  return (await getCart(shop.ctx, { sessionId, shopId })).lines.map((line) => line.quantity);
}

test('a product is added, and tells the line and what the cart now holds', async () => {
  const [first, second] = [await shop.addProduct(), await shop.addProduct()];
  const sessionId = newSession();
  assert.equal((await add(sessionId, first, 2)).cartQuantity, 2);
  const added = await add(sessionId, second, 3);
  const cart = await getCart(shop.ctx, { sessionId, shopId });
  assert.deepEqual(added, { lineId: cart.lines[1]?.id, quantity: 3, cartQuantity: 5 });
});

test('a product already in the cart gains units on its line', async () => {
  const productId = await shop.addProduct();
  const sessionId = newSession();
  const { lineId } = await add(sessionId, productId, 2);
  assert.deepEqual(await add(sessionId, productId, 3), { lineId, quantity: 5, cartQuantity: 5 });
  assert.deepEqual(await quantities(sessionId), [5]);
});

test('ten tabs that add the same product at once make one line with all of their units', async () => {
  const productId = await shop.addProduct({ stock: [99] });
  const sessionId = newSession();
  const added = await Promise.all(Array.from({ length: 10 }, () => add(sessionId, productId, 2)));
  assert.deepEqual(await quantities(sessionId), [20]);
  assert.equal(new Set(added.map((one) => one.lineId)).size, 1);
});

test('a cart takes no more of a product than there is in stock', async () => {
  const productId = await shop.addProduct({ stock: [2, 1] });
  const sessionId = newSession();
  const outOfStock = refusal('Conflict', 'cart.out_of_stock', 'quantity');
  await assert.rejects(add(sessionId, productId, 4), outOfStock);
  await add(sessionId, productId, 2);
  await assert.rejects(add(sessionId, productId, 2), outOfStock);
  assert.deepEqual(await quantities(sessionId), [2]);
  await assert.rejects(add(sessionId, await shop.addProduct({ stock: [] })), outOfStock);
});

test(`a line takes up to ${maxLineQuantity} units, also from many tabs at once`, async () => {
  const productId = await shop.addProduct({ stock: [500] });
  const sessionId = newSession();
  const lineFull = refusal('Conflict', 'cart.line_full', 'quantity');
  await add(sessionId, productId, maxLineQuantity - 5);
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => add(sessionId, productId)));
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  assert.ok(refused.length === 5 && refused.every(({ reason }) => lineFull(reason)));
  assert.deepEqual(await quantities(sessionId), [maxLineQuantity]);
  await assert.rejects(add(sessionId, productId), lineFull);
});

test(`a cart takes up to ${maxLines} products, and more of those it has`, async () => {
  const sessionId = newSession();
  const productIds: number[] = [];
  for (let i = 0; i <= maxLines; i += 1) productIds.push(await shop.addProduct());
  for (const productId of productIds.slice(1)) await add(sessionId, productId);
  const [tooMany = 0, first = 0] = productIds;
  await assert.rejects(add(sessionId, tooMany), refusal('Conflict', 'cart.full', 'product_id'));
  assert.equal((await add(sessionId, first)).quantity, 2);
});

test('what is not sold here cannot be added', async () => {
  const sessionId = newSession();
  const notFound = refusal('NotFound', 'catalog.product_not_found', 'product_id');
  await assert.rejects(add(sessionId, 999_999), notFound);
  await assert.rejects(add(sessionId, await shop.addProduct({ shopId: otherShopId })), notFound);
  const inactive = refusal('NotFound', 'catalog.product_inactive', 'product_id');
  await assert.rejects(add(sessionId, await shop.addProduct({ isActive: false })), inactive);
  assert.deepEqual(await quantities(sessionId), []);
});

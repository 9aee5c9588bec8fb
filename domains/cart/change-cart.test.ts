import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillCart, newSession } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, type SmallShop, shopId } from '../testing/small-shop.ts';
import { changeCartItem } from './change-cart-item.ts';
import { getCart } from './get-cart.ts';
import { removeCartItem } from './remove-cart-item.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

const lineNotFound = refusal('NotFound', 'cart.line_not_found', 'item_id');

async function cartWith(stock: number, quantity: number) {
  const productId = await shop.addProduct({ stock: [stock] });
  const sessionId = await fillCart(shop.ctx, { productId, quantity });
  const lineId = (await getCart(shop.ctx, { sessionId, shopId })).lines[0]?.id ?? 0;
  return { productId, sessionId, lineId, shopId };
}

test('a session that was never seen has an empty cart', async () => {
  assert.deepEqual(await getCart(shop.ctx, { sessionId: newSession(), shopId }), { lines: [], totalCents: 0 });
});

test('a cart shows its lines in the order they came, at the prices of today', async () => {
  const first = await shop.addProduct({ name: 'Zeppelin', price: '1.10' });
  const second = await shop.addProduct({ name: 'Albatross', price: '2.20' });
  const sessionId = await fillCart(shop.ctx, { productId: first, quantity: 3 }, { productId: second, quantity: 1 });
  await shop.owner.updateTable('products').set({ price: '3.30' }).where('id', '=', second).execute();
  const cart = await getCart(shop.ctx, { sessionId, shopId });
  assert.deepEqual(
    cart.lines.map((line) => [line.name, line.lineTotalCents]),
    [
      ['Zeppelin', 330],
      ['Albatross', 330],
    ],
  );
  assert.equal(cart.totalCents, 660);
});

test('a quantity is set, up to what is in stock', async () => {
  const cart = await cartWith(5, 1);
  assert.equal((await changeCartItem(shop.ctx, { ...cart, quantity: 5 })).lines[0]?.quantity, 5);
  const outOfStock = refusal('Conflict', 'cart.out_of_stock', 'quantity');
  await assert.rejects(changeCartItem(shop.ctx, { ...cart, quantity: 6 }), outOfStock);
  assert.equal((await getCart(shop.ctx, cart)).lines[0]?.quantity, 5);
});

test('a quantity may go down although stock has fallen below it', async () => {
  const cart = await cartWith(5, 5);
  await shop.owner.updateTable('stockLevels').set({ quantity: 1 }).where('productId', '=', cart.productId).execute();
  const changed = await changeCartItem(shop.ctx, { ...cart, quantity: 4 });
  assert.deepEqual([changed.lines[0]?.quantity, changed.lines[0]?.isAvailable], [4, false]);
});

test('a line is removed', async () => {
  const cart = await cartWith(5, 1);
  await removeCartItem(shop.ctx, cart);
  assert.deepEqual((await getCart(shop.ctx, cart)).lines, []);
  await assert.rejects(removeCartItem(shop.ctx, cart), lineNotFound);
});

test("nobody changes or removes a line of somebody else's cart", async () => {
  const cart = await cartWith(5, 2);
  const stranger = { ...cart, sessionId: newSession() };
  await assert.rejects(changeCartItem(shop.ctx, { ...stranger, quantity: 1 }), lineNotFound);
  await assert.rejects(removeCartItem(shop.ctx, stranger), lineNotFound);
  assert.equal((await getCart(shop.ctx, cart)).lines[0]?.quantity, 2);
});

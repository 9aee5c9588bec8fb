import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { maxLineQuantity } from '@octo/contracts/cart.ts';
import { fillCart, newSession } from '../testing/orders.ts';
import { refusal } from '../testing/refusals.ts';
import { openSmallShop, otherShopId, type SmallShop, shopId } from '../testing/small-shop.ts';
import { addToCart } from './add-to-cart.ts';
import { getCart } from './get-cart.ts';
import { returnToCart } from './return-to-cart.ts';
import { takeCart } from './take-cart.ts';

let shop: SmallShop;
before(async () => {
  shop = await openSmallShop();
});
after(() => shop[Symbol.asyncDispose]());

const cartEmpty = refusal('Conflict', 'cart.empty', 'session_id');

async function quantities(sessionId: string): Promise<[number, number][]> {
  const { lines } = await getCart(shop.ctx, { sessionId, shopId });
  return lines.map((line) => [line.productId, line.quantity]);
}

test('taking a cart empties it and gives its lines with their prices', async () => {
  const first = await shop.addProduct({ name: 'Falcon', sku: 'F', price: '19.95' });
  const second = await shop.addProduct({ name: 'Rotor', sku: 'R', price: '0.05' });
  const sessionId = await fillCart(shop.ctx, { productId: first, quantity: 2 }, { productId: second, quantity: 9 });
  assert.deepEqual(await takeCart(shop.ctx, { sessionId, shopId }), [
    { productId: first, quantity: 2, name: 'Falcon', sku: 'F', unitPriceCents: 1995 },
    { productId: second, quantity: 9, name: 'Rotor', sku: 'R', unitPriceCents: 5 },
  ]);
  assert.deepEqual(await quantities(sessionId), []);
});

test('an empty cart cannot be taken, nor one twice', async () => {
  await assert.rejects(takeCart(shop.ctx, { sessionId: newSession(), shopId }), cartEmpty);
  const sessionId = await fillCart(shop.ctx, { productId: await shop.addProduct(), quantity: 1 });
  const takers = await Promise.allSettled([1, 2, 3].map(() => takeCart(shop.ctx, { sessionId, shopId })));
  const refused = takers.filter((taker) => taker.status === 'rejected');
  assert.ok(refused.length === 2 && refused.every(({ reason }) => cartEmpty(reason)));
});

const offSale = [
  { name: 'a product taken off sale', change: { isActive: false } },
  { name: 'a product that moved to another shop', change: { shopId: otherShopId } },
];

for (const { name, change } of offSale) {
  test(`a cart with ${name} is refused and stays as it is`, async () => {
    const [kept, gone] = [await shop.addProduct(), await shop.addProduct({ name: 'Dodo' })];
    const sessionId = await fillCart(shop.ctx, { productId: kept, quantity: 1 }, { productId: gone, quantity: 1 });
    await shop.owner.updateTable('products').set(change).where('id', '=', gone).execute();
    const inactive = refusal('Conflict', 'cart.product_inactive', 'product_id');
    await assert.rejects(takeCart(shop.ctx, { sessionId, shopId }), (error) => {
      return inactive(error) && /^Dodo is no longer sold/.test(String(error instanceof Error && error.message));
    });
    assert.deepEqual(await quantities(sessionId), [
      [kept, 1],
      [gone, 1],
    ]);
  });
}

test('returned lines come back beside what was added since', async () => {
  const [one, two] = [await shop.addProduct(), await shop.addProduct()];
  const sessionId = await fillCart(shop.ctx, { productId: one, quantity: 2 }, { productId: two, quantity: 1 });
  const lines = await takeCart(shop.ctx, { sessionId, shopId });
  await addToCart(shop.ctx, { sessionId, shopId, productId: one, quantity: 3 });
  await returnToCart(shop.ctx, { sessionId, lines });
  assert.deepEqual(await quantities(sessionId), [
    [one, 5],
    [two, 1],
  ]);
});

test('a line that is returned to a full one fills it up to the limit', async () => {
  const productId = await shop.addProduct({ stock: [200] });
  const sessionId = await fillCart(shop.ctx, { productId, quantity: 40 });
  const lines = await takeCart(shop.ctx, { sessionId, shopId });
  await addToCart(shop.ctx, { sessionId, shopId, productId, quantity: 70 });
  await returnToCart(shop.ctx, { sessionId, lines });
  assert.deepEqual(await quantities(sessionId), [[productId, maxLineQuantity]]);
});

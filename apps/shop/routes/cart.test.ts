import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as endpoints from '@octo/contracts/cart.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { changeProduct, sampleProducts, setStock } from '../testing/catalogue.ts';
import { createTestShop } from '../testing/test-shop.ts';

const t = await createTestShop();
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, other] = await sampleProducts(owner);

let sessions = 0;
function newSession(): string {
  sessions += 1;
  return `session.of_a-test.${sessions}`;
}

async function add(session_id: string, product_id: number, quantity?: number) {
  return await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id, quantity, session_id } });
}

async function cartOf(session: string): Promise<endpoints.Cart> {
  return expectContract(endpoints.getCart, 200, await app.inject(`/api/cart?session_id=${session}`));
}

test('an unknown session has an empty cart', async () => {
  assert.deepEqual(await cartOf('session.never.seen'), { items: [], total: 0, session_id: 'session.never.seen' });
});

test('adds units, adds more of the same, and prices the cart', async () => {
  const session = newSession();
  const first = expectContract(endpoints.addToCart, 200, await add(session, product.id));
  assert.deepEqual([first.quantity, first.cart_quantity, first.session_id], [1, 1, session]);
  const more = expectContract(endpoints.addToCart, 200, await add(session, product.id, 2));
  assert.deepEqual([more.item_id, more.quantity, more.cart_quantity], [first.item_id, 3, 3]);
  await add(session, other.id, 1);
  const cart = await cartOf(session);
  assert.deepEqual(
    cart.items.map(({ product_id, quantity, is_available }) => [product_id, quantity, is_available]),
    [
      [product.id, 3, true],
      [other.id, 1, true],
    ],
  );
  const cents = Math.round(Number(product.price) * 100) * 3 + Math.round(Number(other.price) * 100);
  assert.equal(cart.total, cents / 100);
});

test('changes and removes a line', async () => {
  const session = newSession();
  const { item_id } = (await add(session, product.id, 2)).json();
  const url = `/api/cart/${item_id}?session_id=${session}`;
  const changed = await app.inject({ method: 'PATCH', url, payload: { quantity: 5 } });
  assert.equal(expectContract(endpoints.changeCartItem, 200, changed).items[0].quantity, 5);
  const removed = await app.inject({ method: 'DELETE', url });
  assert.deepEqual(expectContract(endpoints.removeCartItem, 200, removed), { status: 'removed', item_id });
  assert.deepEqual((await cartOf(session)).items, []);
  expectProblem(await app.inject({ method: 'DELETE', url }), {
    status: 404,
    code: 'cart.line_not_found',
    field: 'item_id',
  });
});

test("somebody else's line is not found, and stays as it is", async () => {
  const [session, stranger] = [newSession(), newSession()];
  const { item_id } = (await add(session, product.id, 2)).json();
  const url = `/api/cart/${item_id}?session_id=${stranger}`;
  const notFound = { status: 404, code: 'cart.line_not_found', field: 'item_id' };
  expectProblem(await app.inject({ method: 'DELETE', url }), notFound);
  expectProblem(await app.inject({ method: 'PATCH', url, payload: { quantity: 9 } }), notFound);
  expectProblem(await app.inject({ method: 'DELETE', url: `/api/cart/${item_id}` }), notFound);
  assert.equal((await cartOf(session)).items[0]?.quantity, 2);
});

test('refuses more than there is in stock, counting what is in the cart', async () => {
  const session = newSession();
  await setStock(owner, other.id, 5);
  const outOfStock = { status: 409, code: 'cart.out_of_stock', field: 'quantity' };
  expectProblem(await add(session, other.id, 6), outOfStock);
  const { item_id } = (await add(session, other.id, 4)).json();
  expectProblem(await add(session, other.id, 2), outOfStock);
  const url = `/api/cart/${item_id}?session_id=${session}`;
  expectProblem(await app.inject({ method: 'PATCH', url, payload: { quantity: 6 } }), outOfStock);
  assert.equal((await cartOf(session)).items[0]?.quantity, 4);
  await setStock(owner, other.id, other.stock);
});

test('a line that cannot be bought any more says so', async () => {
  const session = newSession();
  await add(session, other.id, 1);
  await changeProduct(t, other.id, { isActive: false });
  assert.equal((await cartOf(session)).items[0]?.is_available, false);
  expectProblem(await add(session, other.id, 1), {
    status: 404,
    code: 'catalog.product_inactive',
    field: 'product_id',
  });
  await changeProduct(t, other.id, { isActive: true });
  assert.equal((await cartOf(session)).items[0]?.is_available, true);
});

test('carts are never kept by a cache', async () => {
  const answer = await app.inject('/api/cart?session_id=session.never.seen');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['set-cookie'], undefined, 'a session that was named needs no cookie');
});

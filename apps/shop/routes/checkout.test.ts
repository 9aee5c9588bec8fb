import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkOut } from '@octo/contracts/checkout.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { sampleProducts, setStock } from '../testing/catalogue.ts';
import { databaseContent } from '../testing/database-content.ts';
import { createTestShop } from '../testing/test-shop.ts';

const t = await createTestShop({ env: { CHECKOUT_REPEAT_WAIT_MS: '500' } });
after(() => t[Symbol.asyncDispose]());
const { app, owner } = t;
const [product, other] = await sampleProducts(owner);

let sessions = 0;
async function filledCart(quantity = 1): Promise<string> {
  sessions += 1;
  const session_id = `checkout-session-${sessions}`;
  const payload = { product_id: product.id, quantity, session_id };
  assert.equal((await app.inject({ method: 'POST', url: '/api/cart/add', payload })).statusCode, 200);
  return session_id;
}

const buyer = { customer_name: 'Ada', customer_email: 'ada@example.com', shipping_address: '1 Analytical Way' };

async function checkout(session_id: string, change: object = {}, key?: string) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const payload = { ...buyer, payment_method: 'credit_card', session_id, ...change };
  return await app.inject({ method: 'POST', url: '/api/shop/checkout', headers, payload });
}

async function cartUnits(session: string): Promise<number> {
  const { items } = (await app.inject(`/api/cart?session_id=${session}`)).json();
  return items.reduce((sum: number, item: { quantity: number }) => sum + item.quantity, 0);
}

function orderOf(orderId: number) {
  return owner
    .selectFrom('orders as o')
    .innerJoin('payments as p', 'p.orderId', 'o.id')
    .where('o.id', '=', orderId)
    .select(['o.status', 'o.total', 'o.notes', 'o.paymentMethod', 'p.status as paymentStatus'])
    .executeTakeFirst();
}

test('places and charges an order, and empties the cart', async () => {
  const session = await filledCart(2);
  const placed = expectContract(checkOut, 200, await checkout(session, { notes: ' ring twice ' }));
  const total = (Math.round(Number(product.price) * 100) * 2) / 100;
  assert.equal(placed.total, total);
  assert.equal(placed.order_number, `OCTO-${placed.order_id}`);
  const order = await orderOf(placed.order_id);
  assert.deepEqual(
    [order?.status, order?.paymentStatus, Number(order?.total), order?.notes],
    ['placed', 'paid', total, 'ring twice'],
  );
  assert.equal(await cartUnits(session), 0);
});

test('a bank transfer is placed on account', async () => {
  const answer = await checkout(await filledCart(), { payment_method: 'bank_transfer' });
  const order = await orderOf(expectContract(checkOut, 200, answer).order_id);
  assert.deepEqual([order?.status, order?.paymentStatus], ['placed', 'pending']);
});

test('a declined card is 402, gives the cart back, and is told again to a repeat', async () => {
  const session = await filledCart(2);
  const declined = { status: 402, code: /^payments\./, field: 'payment_token' };
  expectProblem(await checkout(session, { payment_token: 'tok_declined' }, 'key-1'), declined);
  const before = await databaseContent(owner);
  expectProblem(await checkout(session, { payment_token: 'tok_declined' }, 'key-1'), declined);
  assert.deepEqual(await databaseContent(owner), before);
  assert.equal(await cartUnits(session), 2);
  expectContract(checkOut, 200, await checkout(session, {}, 'key-2'));
});

test('a processor that is down is 503, charges nothing, gives the cart back and frees the key', async () => {
  const session = await filledCart(2);
  const down = await checkout(session, { payment_token: 'tok_processor_down' }, 'key-1');
  expectProblem(down, { status: 503, code: 'payments.processor_down' });
  assert.ok(Number(down.headers['retry-after']) > 0);
  assert.equal(await cartUnits(session), 2);
  expectContract(checkOut, 200, await checkout(session, {}, 'key-1'));
});

test('a repeat with the same key gets the same order, and writes nothing', async () => {
  const session = await filledCart();
  const first = expectContract(checkOut, 200, await checkout(session, {}, 'key-1'));
  const before = await databaseContent(owner);
  assert.deepEqual(expectContract(checkOut, 200, await checkout(session, {}, 'key-1')), first);
  assert.deepEqual(await databaseContent(owner), before);
});

test('repeats at the same time make one order', async () => {
  const session = await filledCart();
  const answers = await Promise.all(Array.from({ length: 5 }, () => checkout(session, {}, 'key-1')));
  const ids = answers.map((answer) => expectContract(checkOut, 200, answer).order_id);
  assert.equal(new Set(ids).size, 1);
});

test('a key used for another order is a conflict; the same key of another session is not', async () => {
  const session = await filledCart();
  await checkout(session, {}, 'key-1');
  const reused = await checkout(session, { customer_name: 'Grace' }, 'key-1');
  expectProblem(reused, { status: 409, code: 'checkout.key_reused', field: 'Idempotency-Key' });
  expectContract(checkOut, 200, await checkout(await filledCart(), { customer_name: 'Grace' }, 'key-1'));
});

test('an empty cart is a conflict that changes nothing', async () => {
  const before = await databaseContent(owner);
  expectProblem(await checkout('session-without-cart'), { status: 409, code: 'cart.empty', field: 'session_id' });
  assert.deepEqual(await databaseContent(owner), before);
});

test('stock that went away meanwhile is a conflict that changes nothing', async () => {
  const session = await filledCart(3);
  await setStock(owner, product.id, 2);
  const before = await databaseContent(owner);
  const answer = await checkout(session, {}, 'key-1');
  expectProblem(answer, { status: 409, code: 'catalog.out_of_stock', field: 'quantity' });
  assert.deepEqual(await databaseContent(owner), before);
  await setStock(owner, product.id, product.stock);
  expectContract(checkOut, 200, await checkout(session, {}, 'key-1'));
});

test('a product taken off sale meanwhile is a conflict that changes nothing', async () => {
  const session = await filledCart();
  await app.inject({ method: 'POST', url: '/api/cart/add', payload: { product_id: other.id, session_id: session } });
  await owner.updateTable('products').set({ isActive: false }).where('id', '=', other.id).execute();
  const before = await databaseContent(owner);
  expectProblem(await checkout(session), { status: 409, code: 'cart.product_inactive', field: 'product_id' });
  assert.deepEqual(await databaseContent(owner), before);
  await owner.updateTable('products').set({ isActive: true }).where('id', '=', other.id).execute();
});

test('in production a card must be named; elsewhere a good one is assumed', async () => {
  await using production = await createTestShop({
    env: { APP_ENV: 'production', PAYMENT_RAIL: 'simulated' },
    database: t.database,
  });
  const session_id = 'production-session-1';
  const added = { product_id: product.id, session_id };
  await production.app.inject({ method: 'POST', url: '/api/cart/add', payload: added });
  const before = await databaseContent(production.owner);
  const order = { ...buyer, payment_method: 'credit_card', session_id };
  const send = (payload: object) => production.app.inject({ method: 'POST', url: '/api/shop/checkout', payload });
  const missing = { status: 400, code: 'checkout.payment_token_missing', field: 'payment_token' };
  expectProblem(await send(order), missing);
  assert.deepEqual(await databaseContent(production.owner), before);
  expectContract(checkOut, 200, await send({ ...order, payment_token: 'tok_accepted' }));
});

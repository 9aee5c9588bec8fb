import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { expectProblem } from '@octo/platform/testing/expect.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import { type Kysely, sql } from 'kysely';
import { sampleProducts } from './testing/catalogue.ts';
import { createTestShop } from './testing/test-shop.ts';

const database = await createTestDatabase({ seed: true });
const url = database.urls.octo_shop;
const limits = { poolMax: 1, statementTimeoutMs: 400, connectTimeoutMs: 10_000 };
const db = openDatabase<Tables>({ url, applicationName: 'slow-shop', onQuery: recordQuery, ...limits });
const t = await createTestShop({ database, overrides: { db } });
after(async () => {
  await t[Symbol.asyncDispose]();
  await database.close();
});
const { app, owner } = t;
const [product] = await sampleProducts(owner);
const session_id = 'bought-while-it-was-slow';
const tooSlow = { status: 504, code: 'database.timed_out' };
const order = {
  session_id,
  customer_name: 'Ada',
  customer_email: 'ada@example.com',
  shipping_address: '1 Analytical Way',
  payment_method: 'credit_card',
};

const cart = () => app.inject(`/api/cart?session_id=${session_id}`);
const buy = () =>
  app.inject({
    method: 'POST',
    url: '/api/shop/checkout',
    payload: order,
    headers: { 'idempotency-key': 'slow-shop-key' },
  });

/** Runs `work` while somebody else holds what it needs. */
async function whileLocked(lock: (holder: Kysely<Tables>) => Promise<unknown>, work: () => Promise<void>) {
  await owner.transaction().execute(async (holder) => {
    await lock(holder);
    await work();
  });
}

const lockCarts = (holder: Kysely<Tables>) => sql`lock table cart_items in access exclusive mode`.execute(holder);

/** The sessions that serve the requests. */
async function backends(): Promise<{ pid: number; state: string }[]> {
  const sessions = sql<{ pid: number; state: string }>`select pid, state from pg_stat_activity
    where datname = current_database() and application_name = 'slow-shop'`;
  return (await sessions.execute(owner)).rows;
}

test('a statement that takes too long is 504, and its session answers the next request rightly', async () => {
  const payload = { product_id: product.id, session_id, quantity: 2 };
  assert.equal((await app.inject({ method: 'POST', url: '/api/cart/add', payload })).statusCode, 200);
  const sessions = await backends();
  assert.equal(sessions.length, 1);
  await whileLocked(lockCarts, async () => {
    const answer = await cart();
    expectProblem(answer, tooSlow);
    assert.ok(Number(answer.headers['retry-after']) > 0);
  });
  const answer = await cart();
  assert.equal(answer.statusCode, 200);
  const [line] = answer.json().items;
  assert.deepEqual([line.product_id, line.quantity], [product.id, 2]);
  assert.deepEqual(await backends(), sessions, 'the same session, idle again');
});

test('a statement that is ended inside a transaction takes all of it back, and the repeat buys once', async () => {
  const sessions = await backends();
  const lockStock = (holder: Kysely<Tables>) =>
    holder.selectFrom('stockLevels').where('productId', '=', product.id).forUpdate().select('quantity').execute();
  await whileLocked(lockStock, async () => expectProblem(await buy(), tooSlow));
  assert.deepEqual(await backends(), sessions, 'nothing is left open in the session');
  const orders = owner.selectFrom('orders').where('sessionId', '=', session_id).select('status');
  assert.deepEqual(await orders.execute(), []);
  assert.equal((await cart()).json().items.length, 1, 'the cart is as it was');
  assert.equal((await buy()).statusCode, 200);
  assert.deepEqual(await orders.execute(), [{ status: 'placed' }]);
});

test('a request that gets no session in time is 503, and the next one is served', async () => {
  const narrow = openDatabase<Tables>({ url, applicationName: 'narrow-shop', poolMax: 1, connectTimeoutMs: 300 });
  await using shop = await createTestShop({ database, overrides: { db: narrow } });
  const ask = () => shop.app.inject(`/api/cart?session_id=${session_id}`);
  assert.equal((await ask()).statusCode, 200);
  let held: ReturnType<typeof ask> | undefined;
  await whileLocked(lockCarts, async () => {
    held = ask();
    while (!(await isWaiting('narrow-shop'))) await sleep(10);
    const answer = await ask();
    expectProblem(answer, { status: 503, code: 'database.unavailable' });
    assert.ok(Number(answer.headers['retry-after']) > 0);
  });
  assert.equal((await held)?.statusCode, 200, 'who held the session has the answer once the lock is gone');
  assert.equal((await ask()).statusCode, 200);
});

async function isWaiting(applicationName: string): Promise<boolean> {
  const waiting = sql`select pid from pg_stat_activity
    where application_name = ${applicationName} and wait_event_type = 'Lock'`;
  return (await waiting.execute(owner)).rows.length > 0;
}

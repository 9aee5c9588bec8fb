import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Answer, addToCart, ask } from './parts/buyer.ts';
import { startDurableServer } from './parts/durable-server.ts';
import { type Owner, openShopFloor, stockProducts } from './parts/shop-floor.ts';
import { startShop } from './parts/shop-process.ts';
import { sideBySide, until } from './parts/wait.ts';

const requests = 400;
const atOnce = 20;
const sessionId = 'somebody-who-waits';
/** Each pool of the shop may try once for each of its sessions, and then alone, ever more rarely. */
const mostAttempts = 60;

test('a shop whose password became wrong puts everybody off, leaves the server in peace, and recovers by itself', async () => {
  await using server = await startDurableServer();
  const owner = await openShopFloor(server.ownerUrl);
  const [productId = 0] = await stockProducts(owner, { firstId: 1, count: 1, stock: 100 });
  await using shop = await startShop({ databaseUrl: server.urls.octo_shop });
  const cart = `${shop.url}/api/cart?session_id=${sessionId}`;
  assert.equal((await addToCart(shop.url, sessionId, productId)).status, 200);

  await changePassword(owner, 'another one');
  const answers: Answer[] = [];
  await sideBySide(Array.from({ length: requests }), atOnce, async () => void answers.push(await ask(cart)));
  for (const { status, body } of answers) {
    assert.deepEqual({ status, code: body.code }, { status: 503, code: 'database.unavailable' });
  }
  assert.equal((await ask(`${shop.url}/ready`)).status, 503);
  assert.equal((await ask(`${shop.url}/health`)).status, 200);
  const attempts = await refusedAttempts(server.logFile);
  assert.ok(attempts >= 1 && attempts <= mostAttempts, `${requests} requests made ${attempts} attempts`);

  await changePassword(owner, decodeURIComponent(new URL(server.urls.octo_shop).password));
  // Each of its pools notices by itself.
  await until('the shop to serve again', async () => (await ask(cart)).status === 200);
  await until('the shop to be ready again', async () => (await ask(`${shop.url}/ready`)).status === 200);
  const { body } = await ask(cart);
  const [line] = Object(body.items);
  assert.deepEqual([line.product_id, line.quantity], [productId, 1], 'the cart is as it was');
  await owner.destroy();
});

/** Gives the shop's role another password, and ends the sessions that it has. */
async function changePassword(owner: Owner, password: string): Promise<void> {
  await sql`alter role octo_shop password ${sql.lit(password)}`.execute(owner);
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'octo_shop'`.execute(owner);
}

/** As the server's own log tells. */
async function refusedAttempts(logFile: string): Promise<number> {
  const log = await readFile(logFile, 'utf8');
  return log.match(/password authentication failed for user "octo_shop"/g)?.length ?? 0;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from './parts/books.ts';
import { ask, type Purchase } from './parts/buyer.ts';
import { startDurableServer } from './parts/durable-server.ts';
import { type Load, startLoad } from './parts/load.ts';
import { type Owner, openShopFloor, stockProducts } from './parts/shop-floor.ts';
import { startShop } from './parts/shop-process.ts';
import { until } from './parts/wait.ts';

const buyers = 240;
const atOnce = 12;
const ways = [
  { method: 'credit_card', token: 'tok_accepted' },
  { method: 'credit_card', token: 'tok_declined' },
  { method: 'bank_transfer' },
] as const;

test('a database killed under load puts buyers off for a while and loses no confirmed order', async () => {
  await using server = await startDurableServer();
  const owner = await openShopFloor(server.ownerUrl);
  const [productId = 0] = await stockProducts(owner, { firstId: 1, count: 1, stock: 10_000 });
  await using shop = await startShop({ databaseUrl: server.shopUrl, env: { PAYMENT_TIMEOUT_MS: '1000' } });

  const load = startLoad(shop.url, productId, purchases(), atOnce);
  await whileBuying(load, 'the first confirmed orders', () => load.outcomes.size >= buyers / 4);
  await server.kill(owner);
  await whileBuying(load, 'buyers who are put off', () => countOf(load, 503) >= 2 * atOnce);
  assert.equal((await ask(`${shop.url}/health`)).status, 200, 'the shop itself is well');
  assert.equal((await ask(`${shop.url}/ready`)).status, 503);
  assert.equal((await ask(`${shop.url}/api/cart?session_id=somebody-looking-on`)).status, 503);
  assert.ok(load.outcomes.size < buyers, 'the load is still on');
  await server.startAgain();
  await load.done;

  assert.equal((await ask(`${shop.url}/ready`)).status, 200, 'it recovered by itself');
  for (const { status, type, body } of load.answers) {
    const isExpected = [200, 402, 503].includes(status) || body.code === 'checkout.still_running';
    assert.ok(isExpected, `${status} ${JSON.stringify(body)}`);
    if (status !== 200) assert.match(type, /^application\/problem\+json/);
  }
  await until('the end of the last pending order', async () =>
    (await statusesOf(owner)).every((it) => it !== 'pending'),
  );
  await assertConfirmed(owner, load);
  assert.deepEqual(await faultsIn(owner), []);
  await owner.destroy();
});

function purchases(): Purchase[] {
  return Array.from({ length: buyers }, (_, index) => {
    const sessionId = `restart-drill-buyer-${index}`;
    const way = ways[index % ways.length] ?? ways[0];
    return { sessionId, email: `${sessionId}@example.com`, key: 'one-key', ...way };
  });
}

/** Waits for something that the buyers bring about. When one of them fails, that is the failure. */
async function whileBuying({ done }: Load, what: string, condition: () => boolean): Promise<void> {
  let isOver = false;
  const over = done.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined);
  await until(what, () => isOver || condition());
  if (isOver) await over;
  assert.ok(condition(), what);
}

function countOf(load: Load, status: number): number {
  return load.answers.filter((answer) => answer.status === status).length;
}

async function statusesOf(owner: Owner): Promise<string[]> {
  return (await owner.selectFrom('orders').select('status').execute()).map((order) => order.status);
}

/** Each purchase had the end it should have; who was told of an order has that order, and no other. */
async function assertConfirmed(owner: Owner, { outcomes }: Load): Promise<void> {
  const placed = await owner.selectFrom('orders').where('status', '=', 'placed').select(['id', 'sessionId']).execute();
  const told = [...outcomes].filter(([, { status }]) => status === 200);
  for (const [purchase, { status }] of outcomes) {
    assert.equal(status, purchase.token === 'tok_declined' ? 402 : 200, purchase.sessionId);
  }
  assert.equal(outcomes.size, buyers);
  assert.deepEqual(
    new Map(placed.map(({ id, sessionId }) => [sessionId, id])),
    new Map(told.map(([{ sessionId }, { body }]) => [sessionId, body.order_id])),
  );
  assert.equal(placed.length, told.length);
}

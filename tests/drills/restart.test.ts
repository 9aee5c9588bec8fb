import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from './parts/books.ts';
import { type Answer, ask, type Purchase } from './parts/buyer.ts';
import { untilAllArrived } from './parts/corridor.ts';
import { type DurableServer, startDurableServer } from './parts/durable-server.ts';
import { type House, openHouse } from './parts/house.ts';
import { type Load, startLoad } from './parts/load.ts';
import { watch } from './parts/onlookers.ts';
import { hire, type Operator, signIn } from './parts/operator.ts';
import { type Owner, openShopFloor, stockProducts } from './parts/shop-floor.ts';
import { endLeases, syncFaultsIn } from './parts/sync-books.ts';
import { until } from './parts/wait.ts';

const buyers = 240;
const atOnce = 12;
const ways = [
  { method: 'credit_card', token: 'tok_accepted' },
  { method: 'credit_card', token: 'tok_declined' },
  { method: 'bank_transfer' },
] as const;
const away = { status: 503, code: 'database.unavailable' };

interface Scene {
  server: DurableServer;
  owner: Owner;
  house: House;
  operator: Operator;
  load: Load;
}

/** As an operator restarts it, and as a power cut does. */
const ends = {
  restarted: ({ server }: Scene) => server.stop(),
  killed: ({ server, owner }: Scene) => server.kill(owner),
};

for (const [how, end] of Object.entries(ends)) {
  test(`a database that is ${how} under load puts everybody off for a while, and nothing that was confirmed is lost`, async () => {
    await using server = await startDurableServer();
    const owner = await openShopFloor(server.ownerUrl);
    const [productId = 0] = await stockProducts(owner, { firstId: 1, count: 1, stock: 10_000 });
    await hire(owner);
    await using house = await openHouse(server.urls);
    const operator = await signIn(house.crm);
    await using onlookers = watch(questionsTo(house, operator));
    const load = startLoad(house.shop, productId, purchases(), atOnce);
    const scene = { server, owner, house, operator, load };

    await whileBuying(load, 'the first confirmed orders', () => load.outcomes.size >= buyers / 4);
    await end(scene);
    await assertPutOff(scene, onlookers.answers);
    await server.startAgain();
    await load.done;
    await onlookers.leave();

    assertHonest(load.answers, [200, 402, 503]);
    for (const answers of onlookers.answers.values()) assertHonest(answers, [200, 503]);
    await assertRecovered(scene);
    await assertConfirmed(scene);
    await owner.destroy();
  });
}

/** What people do who are not buying: each of it reads or writes the database. */
function questionsTo({ shop, gateway }: House, operator: Operator): Record<string, () => Promise<Answer>> {
  return {
    'search the shop': () => ask(`${shop}/api/products?search=drone&offset=${Math.floor(Math.random() * 5)}`),
    'look into a cart': () => ask(`${shop}/api/cart?session_id=somebody-looking-on`),
    'list orders': () => operator.get('/api/orders?limit=5'),
    'run a query of the lab': () => operator.post('/api/query-lab/run', { query_name: 'orders_backlog' }),
    'see whether the gateway is ready': () => ask(`${gateway}/ready`),
  };
}

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

async function assertPutOff({ house, operator, load }: Scene, seen: ReadonlyMap<string, readonly Answer[]>) {
  await whileBuying(load, 'buyers who are put off', () => countOf(load.answers, 503) >= 2 * atOnce);
  for (const [question, answers] of seen) {
    await whileBuying(load, `the refusal to ${question}`, () => countOf(answers, 503) >= 2);
  }
  for (const url of [house.shop, house.crm, house.gateway]) {
    assert.equal((await ask(`${url}/health`)).status, 200, 'the service itself is well');
    assert.equal((await ask(`${url}/ready`)).status, 503);
  }
  for (const answer of [
    await ask(`${house.shop}/api/cart?session_id=somebody-looking-on`),
    await operator.get('/api/orders'),
  ]) {
    assert.deepEqual({ status: answer.status, code: answer.body.code }, away);
  }
  assert.ok(load.outcomes.size < buyers, 'the load is still on');
}

function countOf(answers: readonly Answer[], status: number): number {
  return answers.filter((answer) => answer.status === status).length;
}

function assertHonest(answers: readonly Answer[], expected: readonly number[]): void {
  for (const { status, type, body } of answers) {
    const isExpected = expected.includes(status) || body.code === 'checkout.still_running';
    assert.ok(isExpected, `${status} ${JSON.stringify(body)}`);
    if (status !== 200 && !('ready' in body)) assert.match(type, /^application\/problem\+json/);
  }
}

/** By itself: nobody was signed out, and everything works that worked before. */
async function assertRecovered({ house, operator }: Scene): Promise<void> {
  for (const url of [house.shop, house.crm, house.gateway]) assert.equal((await ask(`${url}/ready`)).status, 200);
  assert.equal((await operator.get('/api/orders')).status, 200);
  await until('a sweep that finds nothing wrong', async () => {
    const { status, body } = await operator.post('/api/workflows/runs');
    return status === 200 && body.status === 'success';
  });
  assert.equal((await operator.post('/api/query-lab/run', { query_name: 'orders_backlog' })).status, 200);
}

/** Each purchase had the end it should have; who was told of an order has that order and no other, and the CRM has it, too. */
async function assertConfirmed({ owner, load: { outcomes } }: Scene): Promise<void> {
  await until('the end of the last pending order', async () =>
    (await ordersOf(owner)).every((it) => it.status !== 'pending'),
  );
  await endLeases(owner);
  await untilAllArrived(owner);
  assert.deepEqual(await faultsIn(owner), []);
  assert.deepEqual(await syncFaultsIn(owner), []);
  for (const [purchase, { status }] of outcomes) {
    assert.equal(status, purchase.token === 'tok_declined' ? 402 : 200, purchase.sessionId);
  }
  assert.equal(outcomes.size, buyers);
  const told = [...outcomes].filter(([, { status }]) => status === 200);
  const placed = (await ordersOf(owner)).filter(({ status }) => status !== 'failed');
  assert.deepEqual(
    new Map(placed.map(({ id, sessionId }) => [sessionId, id])),
    new Map(told.map(([{ sessionId }, { body }]) => [sessionId, body.order_id])),
  );
  assert.equal(placed.length, told.length);
  for (const { id, total, invoiced } of placed) assert.equal(invoiced, total, `order ${id}`);
}

function ordersOf(owner: Owner) {
  return owner
    .selectFrom('orders as o')
    .leftJoin('invoices as i', 'i.orderId', 'o.id')
    .select(['o.id', 'o.sessionId', 'o.status', 'o.total', 'i.amount as invoiced'])
    .execute();
}

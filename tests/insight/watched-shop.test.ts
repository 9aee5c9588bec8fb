import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseSession, getActivity } from '@octo/contracts/insight.ts';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { connect } from '@octo/database/owner-connection.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import type { Static } from 'typebox';
import { newStoreFolder, startObservatoryProcess } from '../../apps/observatory/testing/observatory-process.ts';
import { checkOut } from '../drills/parts/buyer.ts';
import { fillCarts, openShopFloor, stockProducts } from '../drills/parts/shop-floor.ts';
import { startShop } from '../drills/parts/shop-process.ts';

// A shop and an observatory as they run, on one database: whose work its sessions do.
const stack = new AsyncDisposableStack();
after(() => stack.disposeAsync());
const database = stack.use(await createTestDatabase());
const folder = stack.use(newStoreFolder());
const observatory = stack.use(
  startObservatoryProcess(folder.path, { INSIGHT_DATABASE_URL: database.urls.octo_insight }),
);
const observatoryUrl = await observatory.url;
const owner = stack.adopt(await openShopFloor(database.ownerUrl), (one) => one.destroy());
const env = { OTEL_EXPORTER_OTLP_ENDPOINT: observatoryUrl, OTEL_BSP_SCHEDULE_DELAY: '100', LOG_LEVEL: 'warn' };
const shop = stack.use(await startShop({ databaseUrl: database.urls.octo_shop, env }));

type Activity = Static<(typeof getActivity)['responses'][200]>;

/** The contract says what is at a path. */
async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${observatoryUrl}${path}`)).json()) as T;
}

async function sessions(): Promise<DatabaseSession[]> {
  return (await ask<{ sessions: DatabaseSession[] }>('/api/database/sessions')).sessions;
}

/** Looks again until there is something to see. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await sleep(50);
  }
}

async function routeOf(traceId: string): Promise<string | undefined> {
  const { spans = [] } = await ask<{ spans?: TraceSpan[] }>(`/api/traces/${traceId}`);
  return spans.find(({ kind }) => kind === 'server')?.name;
}

/** Looks into a cart, and then for the session that did: until somebody else has used it, it tells. */
async function lookIntoCart(): Promise<DatabaseSession | undefined> {
  const answer = await fetch(`${shop.url}/api/cart?session_id=somebody-who-looks-in`);
  await answer.arrayBuffer();
  const asked = String(answer.headers.get('x-trace-id'));
  assert.equal(await until(() => routeOf(asked)), 'GET /api/cart');
  return (await sessions()).find(({ traceId }) => traceId === asked);
}

test('a session of the shop is told with the trace of its request, and the verb that asked', async () => {
  const { action, module, state } = await until(lookIntoCart);
  assert.deepEqual([action, module, state], ['cart.get_cart', 'octo-drone-shop', 'idle']);
});

test('a checkout that waits for another one is told with the trace of the one in its way', async () => {
  const [productId = 0] = await stockProducts(owner, { firstId: 1, count: 1, stock: 10 });
  const buyers = ['first', 'second'].map((name) => `a-checkout-that-waits-${name}`);
  await fillCarts(
    owner,
    buyers.map((sessionId) => ({ sessionId, lines: [{ productId, quantity: 1 }] })),
  );
  const shelf = await connect(database.ownerUrl);
  await shelf.query('begin');
  await shelf.query('select quantity from stock_levels for update');
  const answers = [];
  const waiting = async (count: number) => {
    const all = await sessions();
    const known = all.filter(({ waitClass, traceId }) => waitClass === 'Lock' && traceId !== null);
    return known.length === count ? { all, known } : undefined;
  };
  const bothSampled = async () => {
    const { steps } = await ask<Activity>('/api/database/activity?minutes=1');
    return steps.some(({ byWaitClass }) => byWaitClass.Lock === 2) || undefined;
  };
  for (const [at, sessionId] of buyers.entries()) {
    answers.push(checkOut(shop.url, { sessionId, email: 'waiting@example.com', method: 'credit_card' }));
    await until(() => waiting(at + 1));
  }
  const { all, known } = await until(() => waiting(2));
  await until(bothSampled);
  const [first, second] = known.sort((one, other) => one.blockedBy.length - other.blockedBy.length);
  await shelf.query('rollback');
  await shelf.end();
  assert.deepEqual(
    (await Promise.all(answers)).map(({ status }) => status),
    [200, 200],
  );
  assert.ok(first && second);
  const inTheWay = all.find(({ sessionId }) => sessionId === second.blockedBy[0]);
  assert.ok(inTheWay?.traceId, JSON.stringify({ first, second }));
  assert.notEqual(inTheWay.traceId, second.traceId);
  for (const { traceId } of [first, second])
    assert.equal(await until(() => routeOf(String(traceId))), 'POST /api/shop/checkout');
  await until(async () => {
    const { traces } = await ask<Activity>('/api/database/activity?minutes=5');
    const told = traces.filter(({ key }) => key === first.traceId || key === second.traceId);
    return told.length === 2 || undefined;
  });
});

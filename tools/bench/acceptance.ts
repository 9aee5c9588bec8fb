import type { Bench } from './bench.ts';
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts';
import { type Buyers, createBuyers } from './buyers.ts';
import { type Child, startChild } from './child.ts';
import { quantilesOf, summaryOf } from './cost.ts';
import { awaitDeliveries, type Deliveries } from './deliveries.ts';
import { postJson } from './http-bytes.ts';
import { cpuOf, drive } from './load.ts';
import { megabytesOf } from './memory.ts';
import { atPace } from './paced.ts';
import type { Row } from './row.ts';
import { serviceArgs, tracedEnvironment } from './service-child.ts';
import { spreadOf } from './statistics.ts';

const name = 'bench-accepted';
const drains = 7;
const ordersPerDrain = 200;
const aimedPerSecond = 200;
const pacedSeconds = 10;
/** With less room than this above the aim, what is measured is how long the queue grew. */
const roomOverAim = 1.1;
const shareOfCapacity = 0.6;

interface Corridor {
  database: BenchDatabase;
  bench: Bench;
  crm: Child;
  /** Sells, and tells the CRM. */
  shop: Child;
  /** Sells, and leaves the telling to the other one. */
  seller: Child;
  buyers: Buyers;
}

/** Orders on their way from the outbox of the shop to their acceptance by the CRM, tracing on in both. */
export async function acceptanceRows(bench: Bench): Promise<Row[]> {
  const { sink, signal } = bench;
  bench.say('order acceptance');
  // Of its own: orders of other parts still wait in their outbox, and would go first.
  await using database = await openBenchDatabase(signal);
  const shopEnv = tracedEnvironment('shop', database, sink);
  await using crm = await startChild(serviceArgs('crm'), tracedEnvironment('crm', database, sink));
  await using shop = await startChild(serviceArgs('shop'), { ...shopEnv, SERVICE_CRM_URL: crm.url });
  await using seller = await startChild(serviceArgs('shop'), shopEnv);
  const corridor = { database, bench, crm, shop, seller, buyers: await createBuyers(database, name) };
  await buyAsFastAsPossible(corridor);
  const drained = await drainRow(corridor);
  const { orders, capacity } = await buyAsFastAsPossible(corridor);
  bench.say(`orders placed at a steady pace; ${orders} at once made ${capacity.toFixed(0)} a second`);
  return [drained, await pacedRow(corridor, capacity)];
}

/** How many orders a second go all the way while nobody holds back. */
async function buyAsFastAsPossible({
  database,
  bench,
  shop,
  buyers,
}: Corridor): Promise<{ orders: number; capacity: number }> {
  const orders = 600;
  const from = await buyers.next(orders);
  const began = performance.now();
  await buy(shop, buyers, from, orders);
  await awaitDeliveries(database, { name, from, count: orders }, bench.signal);
  return { orders, capacity: (orders * 1000) / (performance.now() - began) };
}

/** The shop that tells stands still while the other one sells, and then has it all to tell. */
async function drainRow(corridor: Corridor): Promise<Row> {
  const { database, bench, crm, shop, seller, buyers } = corridor;
  const costs = [];
  for (let round = 0; round < drains; round += 1) {
    const from = await buyers.next(ordersPerDrain);
    const before = await cpuOf([shop, crm]);
    process.kill(shop.pid, 'SIGSTOP');
    await buy(seller, buyers, from, ordersPerDrain).finally(() => process.kill(shop.pid, 'SIGCONT'));
    const sent = await awaitDeliveries(database, { name, from, count: ordersPerDrain }, bench.signal);
    const cpu = (await cpuOf([shop, crm])) - before;
    costs.push({
      cpuMicrosPerRequest: cpu / ordersPerDrain,
      requestsPerSecond: ordersPerDrain / sent.deliveringSeconds,
      latenciesMs: [],
    });
  }
  const { median: value, ...interval } = spreadOf(costs.map((cost) => cost.requestsPerSecond));
  return {
    what: 'order acceptance, from the outbox to the CRM and back, orders a second',
    figure: { value, interval, unit: '/s', isMoreBetter: true },
    ours: summaryOf(costs),
    megabytes: await megabytesOf([shop.pid, crm.pid]),
    note: 'CPU of the dispatching shop and the CRM, per order',
  };
}

async function pacedRow({ database, bench, crm, shop, buyers }: Corridor, capacity: number): Promise<Row> {
  const perSecond = capacity >= aimedPerSecond * roomOverAim ? aimedPerSecond : Math.floor(capacity * shareOfCapacity);
  const count = perSecond * pacedSeconds;
  const from = await buyers.next(count);
  const before = await cpuOf([shop, crm]);
  await atPace({ perSecond, count, signal: bench.signal }, async (index) => {
    await buyOne(shop, buyers.orderOf(from + index));
  });
  const sent = await awaitDeliveries(database, { name, from, count }, bench.signal);
  const cpuMicrosPerRequest = ((await cpuOf([shop, crm])) - before) / count;
  const quantiles = quantilesOf(sent.latenciesMs);
  return {
    what: `order placed → accepted, ${perSecond} orders a second, p99`,
    figure: { value: quantiles.p99Ms, unit: 'ms', target: { must: 1000, want: 300 } },
    ours: { ...quantiles, requestsPerSecond: reachedPerSecond(sent), cpuMicrosPerRequest },
    note: `aimed at ${aimedPerSecond} a second; ${capacity.toFixed(0)} went all the way when nobody held back. CPU of shop and CRM, checkout included`,
  };
}

function reachedPerSecond({ orders, placingSeconds }: Deliveries): number {
  return (orders - 1) / placingSeconds;
}

async function buy(shop: Child, buyers: Buyers, from: number, count: number): Promise<void> {
  let next = from;
  const request = () => postJson('/api/shop/checkout', buyers.orderOf(next++));
  await drive(shop.url, { connections: 8, count, request });
}

async function buyOne(shop: Child, order: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${shop.url}/api/shop/checkout`, { method: 'POST', headers, body: JSON.stringify(order) });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
}

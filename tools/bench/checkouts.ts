import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { BenchDatabase } from './bench-database.ts';
import { fillCarts } from './carts.ts';
import { buyer, type RecordedCheckout, recordCheckout } from './checkout-recording.ts';
import { productsOf, renewId, replaySession } from './checkout-replay.ts';
import { type Child, startChild } from './child.ts';
import { compare } from './compare.ts';
import type { Cost } from './cost.ts';
import { postJson } from './http-bytes.ts';
import { measure } from './load.ts';
import { megabytesOf } from './memory.ts';
import { type Row, ratioRow } from './row.ts';
import { serviceArgs, tracedEnvironment } from './service-child.ts';

const clients = 8;
const count = 200;
const rounds = 15;

/** A complete checkout over HTTP, tracing on, against its own statements sent by a bare client. */
export async function checkoutRows(bench: Bench): Promise<Row[]> {
  const { database, sink } = bench;
  const what = `checkout of two lines, complete, ${clients} clients, throughput against its statements`;
  bench.say(what);
  const { rows } = await database.owner.query<{ email: string }>('select email from customers order by id limit 50');
  const emails = rows.map(({ email }) => email);
  const recorded = await recordCheckout(database, emails[0] ?? '');
  const file = join(database.dir, 'checkout.json');
  await writeFile(file, JSON.stringify(recorded));
  await using shop = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  const { octo_shop: url = '' } = database.urls;
  await using floor = await startChild(['tools/bench/checkout-floor.ts', url, file, String(clients)]);
  let nextBuyer = 1;
  const turn = async (run: (from: number) => Promise<Cost>) => {
    const from = nextBuyer;
    nextBuyer += count;
    await fillReplayCarts(database, recorded, from);
    return await run(from);
  };
  const result = await compare(bench, rounds, {
    ours: () => turn((from) => buyOverHttp(shop, emails, from)),
    floor: () => turn((from) => replay(floor, from)),
  });
  await requireOrders(database, nextBuyer - 1);
  const row = ratioRow(what, 'throughput', result, { must: 0.4, want: 0.6 });
  return [{ ...row, megabytes: await megabytesOf([shop.pid]) }];
}

/** Both sides must have done the work: every buyer has a placed order with two lines, and an emptied cart. */
async function requireOrders({ owner }: BenchDatabase, buyers: number): Promise<void> {
  const { rows } = await owner.query(`
    select (select count(*)::int from orders where session_id like 'bench-replay-%' and status = 'placed') as orders,
      (select count(*)::int from order_items i join orders o on o.id = i.order_id where o.session_id like 'bench-replay-%') as lines,
      (select count(*)::int from stock_movements m join orders o on o.id = m.order_id where o.session_id like 'bench-replay-%') as moves,
      (select count(*)::int from cart_items where session_id like 'bench-replay-%') as left`);
  const found = JSON.stringify(rows[0]);
  const wanted = JSON.stringify({ orders: buyers, lines: 2 * buyers, moves: 2 * buyers, left: 0 });
  if (found !== wanted) throw new Error(`the checkouts left ${found} instead of ${wanted}`);
}

/** Two lines for each of the next buyers, under the ids that a replay looks for. */
async function fillReplayCarts(database: BenchDatabase, { statements }: RecordedCheckout, from: number): Promise<void> {
  const taken = statements.find(({ text }) => text.startsWith('delete from cart_items'))?.values ?? [];
  const lines = Array.from({ length: count }, (_, index) => from + index).flatMap((number) =>
    productsOf(number).map((productId, line) => ({
      id: renewId(Number(taken[line]), number),
      sessionId: replaySession(number),
      productId,
    })),
  );
  await fillCarts(database, lines);
}

function buyOverHttp(shop: Child, emails: readonly string[], from: number): Promise<Cost> {
  let next = from;
  const request = () => {
    const number = next++;
    const order = { ...buyer, customer_email: emails[number % emails.length], payment_token: 'tok_accepted' };
    return postJson('/api/shop/checkout', { ...order, session_id: replaySession(number) });
  };
  return measure(shop, { count, connections: clients, request });
}

async function replay(floor: Child, from: number): Promise<Cost> {
  const before = await floor.cpuMicros();
  const seconds = Number((await floor.ask({ from, count })).answer);
  const cpuMicrosPerRequest = ((await floor.cpuMicros()) - before) / count;
  return { cpuMicrosPerRequest, requestsPerSecond: count / seconds, latenciesMs: [] };
}

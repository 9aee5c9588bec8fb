import type { Bench } from './bench.ts';
import { type Buyers, createBuyers } from './buyers.ts';
import { type Child, startChild } from './child.ts';
import { byTurns, comparisonOf } from './compare.ts';
import { summaryOf } from './cost.ts';
import { get, postJson } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { type Row, ratioRow, type Target } from './row.ts';
import { serviceArgs, serviceEnvironment, tracedEnvironment } from './service-child.ts';
import { signIn } from './sign-in.ts';

const rounds = 15;
const target: Target = { must: 1.25, want: 1.1 };
const connections = 8;
/** What a page in a browser sends with each request, and what tells a page where to send its measurements. */
const fromBrowser = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

/** A service with everything on, and two beside it that record nothing: their ratio shows what is noise. */
interface Sides extends AsyncDisposable {
  readonly all: readonly [on: Child, control: Child, off: Child];
}

/** What observing costs, route by route: spans of all requests, metrics, export of logs, and a trace that a browser began. */
export async function tracingRows(bench: Bench): Promise<Row[]> {
  await using shop = await openSides(bench, 'shop');
  await using crm = await openSides(bench, 'crm');
  const buyers = await createBuyers(bench.database, 'bench-observed');
  const [crmOn] = crm.all;
  const cookie = await signIn(crmOn, bench.database);
  const ofShop = [
    { name: 'the cached product list', load: async () => asking('/api/products?limit=24', 3000) },
    { name: 'the cached product page', load: async () => asking('/products/7', 3000) },
    {
      name: 'an empty cart (one verb, one statement)',
      load: async () => asking('/api/cart?session_id=bench-session-of-nobody', 1000),
    },
    { name: 'cart add', load: async () => adding() },
    { name: 'checkout of two lines', load: () => buying(buyers) },
  ];
  const ofCrm = { name: 'CRM orders list of 50', load: async () => asking('/api/orders?limit=50', 200, { cookie }) };
  const rows: Row[] = [];
  for (const { name, load } of ofShop) rows.push(await tracingRow(bench, name, load, shop.all));
  return [...rows, await tracingRow(bench, ofCrm.name, ofCrm.load, crm.all)];
}

async function openSides({ database, sink }: Bench, app: 'shop' | 'crm'): Promise<Sides> {
  await using stack = new AsyncDisposableStack();
  const everything = { ...tracedEnvironment(app, database, sink), RUM_URL: sink.url };
  const on = stack.use(await startChild(serviceArgs(app), everything));
  const start = async () => stack.use(await startChild(serviceArgs(app, false), serviceEnvironment(app, database)));
  const all = [on, await start(), await start()] as const;
  const owned = stack.move();
  return { all, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function asking(path: string, count: number, headers: Record<string, string> = {}): Load {
  return { connections, count, request: get(path, { ...fromBrowser, ...headers }) };
}

let visitor = 0;

/** Each request is the first of a visitor. */
function adding(): Load {
  const request = () => {
    visitor += 1;
    const session_id = `bench-observed-add-${String(visitor).padStart(8, '0')}`;
    return postJson('/api/cart/add', { product_id: (visitor % 50) + 1, session_id }, fromBrowser);
  };
  return { connections, count: 300, request };
}

async function buying(buyers: Buyers): Promise<Load> {
  const count = 60;
  let buyer = await buyers.next(count);
  const request = () => postJson('/api/shop/checkout', buyers.orderOf(buyer++), fromBrowser);
  return { connections, count, request };
}

async function tracingRow(
  bench: Bench,
  name: string,
  load: () => Promise<Load>,
  children: readonly Child[],
): Promise<Row> {
  const what = `everything on against off, ${name}, CPU`;
  bench.say(what);
  const runs = children.map((child) => async () => measure(child, await load()));
  const [on = [], control = [], off = []] = await byTurns(bench, rounds, runs);
  const result = { ...comparisonOf(on, off), control: comparisonOf(control, off) };
  const { throughput } = result;
  const p99 = [on, off].map((costs) => summaryOf(costs).p99Ms.toFixed(1));
  const note = `throughput ${throughput.median.toFixed(2)} × (${throughput.low.toFixed(2)}–${throughput.high.toFixed(2)}); p99 ${p99.join(' ms on, ')} ms off`;
  return { ...ratioRow(what, 'cpu', result, target), note };
}

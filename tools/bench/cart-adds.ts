import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { BenchDatabase } from './bench-database.ts';
import type { RecordedAdd } from './cart-replay.ts';
import { startChild } from './child.ts';
import { compare } from './compare.ts';
import { postJson } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { megabytesOf } from './memory.ts';
import { recordStatements } from './record-statements.ts';
import { type Row, ratioRow } from './row.ts';
import { serviceArgs, tracedEnvironment } from './service-child.ts';
import { visitShop } from './services-within.ts';

const rounds = 15;
const products = 50;

/** The first product of a visitor, tracing on, against the same statements sent by a bare driver behind node:http. */
export async function cartRows(bench: Bench): Promise<Row[]> {
  const { database, sink } = bench;
  const what = 'cart add, throughput against its statements';
  bench.say(what);
  const file = join(database.dir, 'cart-add.json');
  await writeFile(file, JSON.stringify(await recordAdd(database)));
  await using shop = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  const args = ['tools/bench/cart-floor.ts', database.urls.octo_shop ?? '', file];
  await using floor = await startChild(args);
  await using sameFloor = await startChild(args);
  let visitor = 0;
  const request = () => {
    const session_id = `bench-visitor-${String(visitor++).padStart(8, '0')}`;
    return postJson('/api/cart/add', { product_id: (visitor % products) + 1, session_id });
  };
  const load: Load = { connections: 8, count: 500, request };
  const result = await compare(bench, rounds, {
    ours: () => measure(shop, load),
    floor: () => measure(floor, load),
    sameFloor: () => measure(sameFloor, load),
  });
  await requireLines(database, visitor);
  return [{ ...ratioRow(what, 'throughput', result), megabytes: await megabytesOf([shop.pid]) }];
}

async function recordAdd(database: BenchDatabase): Promise<RecordedAdd> {
  const [sessionId, productId] = ['bench-session-recorded', 41];
  const { statements, result } = await visitShop(database, (post) =>
    recordStatements(() => post('/api/cart/add', { product_id: productId, session_id: sessionId })),
  );
  await database.owner.query('delete from cart_items where session_id = $1', [sessionId]);
  return { statements, sessionId, productId, id: Number(result.item_id) };
}

/** Both sides must have done the work: every visitor has one line. */
async function requireLines({ owner }: BenchDatabase, visitors: number): Promise<void> {
  const { rows } = await owner.query(
    "select count(*)::int as lines, count(distinct session_id)::int as carts from cart_items where session_id like 'bench-visitor-%'",
  );
  const [found, wanted] = [JSON.stringify(rows[0]), JSON.stringify({ lines: visitors, carts: visitors })];
  if (found !== wanted) throw new Error(`the visitors left ${found} instead of ${wanted}`);
}

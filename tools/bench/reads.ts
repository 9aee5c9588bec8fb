import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { type Child, startChild } from './child.ts';
import { compare } from './compare.ts';
import { get } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { megabytesOf } from './memory.ts';
import { type Row, ratioRow, type Target } from './row.ts';
import { floorArgs, serviceArgs, tracedEnvironment } from './service-child.ts';
import { uncachedRow } from './uncached.ts';

const rounds = 15;
const cached = { connections: 8, count: 3000 };
const json: Target = { must: 2.2, want: 1.4 };
const page: Target = { must: 3, want: 2 };

const answers: readonly [what: string, path: string, target: Target][] = [
  ['product list API from cache, CPU against ready bytes', '/api/products?limit=24', json],
  ['product API from cache, CPU against ready bytes', '/api/products/7', json],
  ['catalogue page from cache, CPU against ready bytes', '/shop', page],
  ['product page from cache, CPU against ready bytes', '/products/7', page],
];

/** Answers from the cache, tracing on, against bare node:http that sends the same bytes. */
export async function readRows(bench: Bench): Promise<Row[]> {
  const { database, sink } = bench;
  const rows: Row[] = [];
  await using shop = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
  for (const answer of answers) rows.push(await cachedRow(bench, shop, ...answer));
  rows.push(await uncachedRow(bench));
  return rows;
}

async function cachedRow(bench: Bench, shop: Child, what: string, path: string, target: Target): Promise<Row> {
  bench.say(what);
  const answer = await fetch(`${shop.url}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const file = join(bench.database.dir, 'ready-bytes');
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  const args = floorArgs('bytes', file, answer.headers.get('content-type') ?? '');
  await using floor = await startChild(args);
  await using sameFloor = await startChild(args);
  const load: Load = { ...cached, request: get(path) };
  const result = await compare(bench, rounds, {
    ours: () => measure(shop, load),
    floor: () => measure(floor, load),
    sameFloor: () => measure(sameFloor, load),
  });
  return { ...ratioRow(what, 'cpu', result, target), megabytes: await megabytesOf([shop.pid]) };
}

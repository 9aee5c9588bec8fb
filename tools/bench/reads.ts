import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchDatabase } from './bench-database.ts';
import { type Child, startChild } from './child.ts';
import { type Comparison, compare } from './compare.ts';
import { get, type Load, measure } from './load.ts';
import type { Row } from './row.ts';
import { floorArgs, shopArgs, shopEnvironment, tracedEnvironment } from './shop-child.ts';

const rounds = 9;
const cached = { connections: 8, count: 4000 };
const json = { must: 2.2, want: 1.4 };
const page = { must: 3, want: 2 };

/** Answers from the cache, tracing on, against bare node:http that sends the same bytes. */
export async function readRows(database: BenchDatabase, sink: Child): Promise<Row[]> {
  await using shop = await startChild(shopArgs(true), tracedEnvironment(database, sink));
  return [
    await cachedRow(database, shop, 'product list API from cache, CPU per request', '/api/products?limit=24', json),
    await cachedRow(database, shop, 'product API from cache, CPU per request', '/api/products/7', json),
    await cachedRow(database, shop, 'catalogue page from cache, CPU per request', '/shop', page),
    await cachedRow(database, shop, 'product page from cache, CPU per request', '/products/7', page),
    await uncachedRow(database, sink),
  ];
}

async function cachedRow(
  { dir }: BenchDatabase,
  shop: Child,
  what: string,
  path: string,
  target: { must: number; want: number },
): Promise<Row> {
  const answer = await fetch(`${shop.url}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const file = join(dir, 'ready-bytes');
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
  await using floor = await startChild(floorArgs('bytes', file, answer.headers.get('content-type') ?? ''));
  const load: Load = { ...cached, request: get(path) };
  const result = await compare(
    rounds,
    () => measure(shop, load),
    () => measure(floor, load),
  );
  const { median: measured, ...range } = result.cpu;
  return { what, measured, range, unit: '×', target, isLessBetter: true, note: note(result) };
}

async function uncachedRow(database: BenchDatabase, sink: Child): Promise<Row> {
  await using shop = await startChild(
    shopArgs(true, 'tools/bench/uncached-shop.ts'),
    tracedEnvironment(database, sink),
  );
  await using floor = await startChild(floorArgs('read', shopEnvironment(database).DATABASE_URL));
  let product = 0;
  const request = () => get(`/api/products/${(product++ % 50) + 1}`)();
  const load: Load = { connections: 16, count: 2000, request };
  const result = await compare(
    rounds,
    () => measure(shop, load),
    () => measure(floor, load),
  );
  const { median: measured, ...range } = result.throughput;
  const what = 'uncached product read, throughput against a prepared read behind node:http';
  return {
    what,
    measured,
    range,
    unit: '×',
    target: { must: 0.6, want: 0.8 },
    isLessBetter: false,
    note: note(result),
  };
}

export function note({ ours, floor }: Comparison): string {
  const one = (cost: typeof ours) =>
    `${cost.cpuMicrosPerRequest.toFixed(0)} µs, ${cost.requestsPerSecond.toFixed(0)}/s`;
  return `ours ${one(ours)}; floor ${one(floor)}`;
}

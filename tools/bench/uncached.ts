import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { startChild } from './child.ts';
import { compare } from './compare.ts';
import { get } from './http-bytes.ts';
import { type Load, measure } from './load.ts';
import { megabytesOf } from './memory.ts';
import { type Row, ratioRow, type Target } from './row.ts';
import { floorArgs, serviceArgs, tracedEnvironment } from './service-child.ts';

const rounds = 15;
const target: Target = { must: 0.6, want: 0.8 };

const text = `select id, sku, name, description, category, price, image_url, created_at, shop_id, is_active,
  (select coalesce(sum(l.quantity), 0) from stock_levels l where l.product_id = products.id) as stock
  from products where id = $1`;

/** The product API of a shop that caches nothing, against the same read prepared by a bare driver behind node:http. */
export async function uncachedRow(bench: Bench): Promise<Row> {
  const { database, sink } = bench;
  const what = 'uncached product read, throughput against a prepared read';
  bench.say(what);
  const file = join(database.dir, 'product-read.json');
  await writeFile(file, JSON.stringify({ text }));
  const env = tracedEnvironment('shop', database, sink);
  await using shop = await startChild(serviceArgs('shop', true, 'tools/bench/uncached-shop.ts'), env);
  const args = floorArgs('read', database.urls.octo_shop ?? '', file);
  await using floor = await startChild(args);
  await using sameFloor = await startChild(args);
  let product = 0;
  const request = () => get(`/api/products/${(product++ % 50) + 1}`)();
  const load: Load = { connections: 16, count: 1500, request };
  const result = await compare(bench, rounds, {
    ours: () => measure(shop, load),
    floor: () => measure(floor, load),
    sameFloor: () => measure(sameFloor, load),
  });
  return { ...ratioRow(what, 'throughput', result, target), megabytes: await megabytesOf([shop.pid]) };
}

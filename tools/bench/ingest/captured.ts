import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { startChild } from '../child.ts';
import { get, postJson } from '../http-bytes.ts';
import { drive } from '../load.ts';
import { floorArgs, serviceArgs, tracedEnvironment } from '../service-child.ts';
import { countSpans } from './otlp-spans.ts';

const fewestSpans = 200;

/** Exports of spans as a shop at work sends them: pages, API, carts with their statements. */
export async function captureExports({ database }: Bench): Promise<Buffer[]> {
  const file = join(database.dir, 'spans.ndjson');
  {
    await using sink = await startChild(floorArgs('capture', file));
    await using shop = await startChild(serviceArgs('shop'), tracedEnvironment('shop', database, sink));
    const reads = [
      '/shop',
      '/products/7',
      '/api/products?limit=24',
      '/api/cart?session_id=bench-session-of-nobody',
    ].map((path) => get(path));
    let turn = 0;
    const request = () => {
      turn += 1;
      if (turn % 3 === 0)
        return postJson('/api/cart/add', {
          product_id: 41,
          session_id: `bench-captured-${String(turn).padStart(8, '0')}`,
        });
      return reads[turn % reads.length]?.() ?? Buffer.alloc(0);
    };
    await drive(shop.url, { connections: 8, count: 2000, request });
  }
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const bodies = lines.map((line) => Buffer.from(line, 'base64')).filter((body) => countSpans(body) >= fewestSpans);
  if (bodies.length === 0) throw new Error('the shop sent no spans');
  return bodies;
}

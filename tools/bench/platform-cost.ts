import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord, readJsonFile } from '../start/files.ts';
import type { Bench } from './bench.ts';
import { get, postJson } from './http-bytes.ts';
import { drive } from './load.ts';
import { proportionalMegabytes } from './memory.ts';
import type { Row, Target } from './row.ts';

/** Starts everything on an empty folder, as `npm start` does the first time, and weighs it idle and at work. */
export async function platformRows({ signal, say }: Bench): Promise<Row[]> {
  say('the whole platform, from nothing');
  const octoDir = await mkdtemp(join(tmpdir(), 'octo-bench-'));
  const began = performance.now();
  const platform = spawn(process.execPath, [join(import.meta.dirname, 'start-platform.ts'), octoDir], {
    // The channel ends it with this process, whatever ends that.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  });
  const exited = new Promise((resolve) => platform.once('exit', resolve));
  try {
    const url = await untilUp(octoDir, platform, signal);
    const startSeconds = (performance.now() - began) / 1000;
    await sleep(3000);
    const idle = await proportionalMegabytes(platform.pid ?? 0, octoDir);
    await work(url);
    const busy = await proportionalMegabytes(platform.pid ?? 0, octoDir);
    return [
      judged('first start with seed, packages installed, pages built', startSeconds, 's', { must: 20, want: 10 }),
      judged('memory of the whole platform, idle', idle, 'MB', { must: 700, want: 450 }),
      judged('memory of the whole platform, under load', busy, 'MB', { must: 1000, want: 700 }),
    ];
  } finally {
    platform.kill('SIGTERM');
    await exited;
    await rm(octoDir, { recursive: true, force: true });
  }
}

function judged(what: string, value: number, unit: 's' | 'MB', target: Target): Row {
  return { what, figure: { value, unit, target } };
}

async function untilUp(octoDir: string, platform: ChildProcess, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const run = await readJsonFile(join(octoDir, 'run.json')).catch(() => undefined);
    if (isRecord(run) && typeof run.shop === 'string') return run.shop.replace('localhost', '127.0.0.1');
    if (platform.exitCode !== null) throw new Error('the platform did not start');
    await sleep(20);
  }
}

/** Many people read while some fill carts. */
async function work(url: string): Promise<void> {
  const paths = ['/', '/shop', '/products/7', '/api/products?limit=100', '/products/12'].map((path) => get(path));
  let turn = 0;
  const read = () => paths[turn++ % paths.length]?.() ?? Buffer.alloc(0);
  let session = 10_000_000;
  const add = () =>
    postJson('/api/cart/add', { product_id: (session % 20) + 1, session_id: `bench-carts-${session++}` });
  await Promise.all([
    drive(url, { connections: 32, count: 20_000, request: read }),
    drive(url, { connections: 16, count: 3000, request: add }),
  ]);
}

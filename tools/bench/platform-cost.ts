import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord, readJsonFile } from '../start/files.ts';
import { drive, get, postJson } from './load.ts';
import { proportionalMegabytes } from './memory.ts';
import type { Row } from './row.ts';

/** Starts everything on an empty folder, as `npm start` does the first time, and weighs it idle and at work. */
export async function platformRows(): Promise<Row[]> {
  const octoDir = await mkdtemp(join(tmpdir(), 'octo-bench-'));
  const began = performance.now();
  const platform = spawn(process.execPath, [join(import.meta.dirname, 'start-platform.ts'), octoDir], {
    stdio: 'ignore',
  });
  const exited = new Promise((resolve) => platform.once('exit', resolve));
  try {
    const url = await untilUp(octoDir, platform);
    const startSeconds = (performance.now() - began) / 1000;
    await sleep(3000);
    const idle = await proportionalMegabytes(platform.pid ?? 0, octoDir);
    await work(url);
    const busy = await proportionalMegabytes(platform.pid ?? 0, octoDir);
    const less = { isLessBetter: true, note: '' };
    return [
      {
        what: 'first start with seed, packages installed, pages built',
        measured: startSeconds,
        unit: 's',
        target: { must: 20, want: 10 },
        ...less,
      },
      {
        what: 'memory of the whole platform, idle',
        measured: idle,
        unit: 'MB',
        target: { must: 700, want: 450 },
        ...less,
      },
      {
        what: 'memory of the whole platform, under load',
        measured: busy,
        unit: 'MB',
        target: { must: 1000, want: 700 },
        ...less,
      },
    ];
  } finally {
    platform.kill('SIGTERM');
    await exited;
    await rm(octoDir, { recursive: true, force: true });
  }
}

async function untilUp(octoDir: string, platform: ChildProcess): Promise<string> {
  for (;;) {
    const run = await readJsonFile(join(octoDir, 'run.json')).catch(() => undefined);
    if (isRecord(run) && typeof run.shop === 'string') return run.shop.replace('localhost', '127.0.0.1');
    if (platform.exitCode !== null) throw new Error('the platform did not start');
    await sleep(20);
  }
}

/** Many people read while some fill carts. */
async function work(url: string): Promise<void> {
  const paths = ['/', '/shop', '/products/7', '/api/products?limit=100', '/products/12'].map(get);
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

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ask } from './buyer.ts';
import { soon, until } from './wait.ts';

const rootDir = join(import.meta.dirname, '..', '..', '..');

export interface ShopProcess extends AsyncDisposable {
  url: string;
  child: ChildProcess;
  /** The signal or code it ended with. */
  exited: Promise<string>;
}

export interface ShopProcessOptions {
  databaseUrl: string;
  env?: Record<string, string>;
  /** What runs instead of the shop's own `main.ts`, and its arguments. */
  entry?: string;
  args?: string[];
}

/** Starts a shop as a process of its own, on a free port. */
export async function startShop(options: ShopProcessOptions): Promise<ShopProcess> {
  const child = fork(options.entry ?? join(rootDir, 'apps/shop/main.ts'), options.args ?? [], {
    cwd: rootDir,
    execArgv: ['--import', './apps/shop/telemetry.ts'],
    env: {
      DATABASE_URL: options.databaseUrl,
      SESSION_SECRET: 'a secret of the drills, long enough',
      PORT: '0',
      LOG_LEVEL: 'error',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines = collectLog(child);
  const exited = once(child, 'exit').then(([code, signal]) => {
    if (code) console.error(`a shop failed:\n${lines.slice(-20).join('')}`);
    return String(signal ?? code);
  });
  const failed = exited.then((end) => Promise.reject(new Error(`the shop ended with ${end} at its start`)));
  failed.catch(() => undefined);
  const [ready] = await soon('a shop that is ready', Promise.race([once(child, 'message'), failed]));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
  };
  const url = urlOf(ready);
  if (options.entry === undefined)
    await until('a shop that is open', async () => (await ask(`${url}/ready`)).status === 200);
  return { url, child, exited, [Symbol.asyncDispose]: stop };
}

function collectLog(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  }
  return lines;
}

function urlOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'url' in message) return String(message.url);
  throw new TypeError(`the shop said ${JSON.stringify(message)}`);
}

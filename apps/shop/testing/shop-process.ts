import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ShopEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

export interface ShopProcess extends AsyncDisposable {
  child: ChildProcess;
  /** Where it serves, as it told its supervisor. Rejects when it ends before. */
  url: Promise<string>;
  ended: Promise<ShopEnd>;
  stop(signal: NodeJS.Signals): Promise<ShopEnd>;
  /** Ends the connection to its supervisor, as one that was killed would. */
  leave(): void;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** What a shop needs to serve, on a free port. */
export function shopEnv(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'a secret of the tests, long enough',
    PORT: '0',
  };
}

/** The shop as it runs: a process of its own with nothing but this environment. Another entry may run in its place. */
export function startShopProcess(
  env: Record<string, string>,
  run: { entry?: string | undefined; args?: readonly string[] | undefined } = {},
): ShopProcess {
  const child = fork(run.entry ?? join(root, 'apps/shop/main.ts'), run.args, {
    cwd: root,
    env,
    execArgv: ['--import', './apps/shop/telemetry.ts'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const ended = once(child, 'exit').then(async ([code, signal]) => ({ code, signal, output: (await output).join('') }));
  const told = once(child, 'message').then(([message]) => String(message.url));
  const endedEarly = ended.then((end) => Promise.reject(new Error(`the shop ended before it served:\n${end.output}`)));
  const url = Promise.race([told, endedEarly]);
  url.catch(() => undefined);
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    child,
    url,
    ended,
    stop,
    leave: () => child.disconnect(),
    [Symbol.asyncDispose]: async () => void (await stop('SIGKILL')),
  };
}

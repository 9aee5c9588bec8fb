import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ShopProcess extends AsyncDisposable {
  /** Where it serves, as it told its supervisor. Rejects when it ends before. */
  url: Promise<string>;
  ended: Promise<{ code: number | null; output: string }>;
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; output: string }>;
  /** Ends the connection to its supervisor, as one that was killed would. */
  leave(): void;
}

/** The shop as it runs: a process of its own with nothing but this environment. */
export function startShopProcess(env: Record<string, string>): ShopProcess {
  const root = join(import.meta.dirname, '..', '..', '..');
  const child = fork(join(root, 'apps/shop/main.ts'), {
    cwd: root,
    env,
    execArgv: ['--import', './apps/shop/telemetry.ts'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const ended = once(child, 'exit').then(async ([code]) => ({ code, output: (await output).join('') }));
  const told = once(child, 'message').then(([message]) => String(message.url));
  const endedEarly = ended.then((end) => Promise.reject(new Error(`the shop ended before it served:\n${end.output}`)));
  const url = Promise.race([told, endedEarly]);
  url.catch(() => undefined);
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    ended,
    stop,
    leave: () => child.disconnect(),
    [Symbol.asyncDispose]: async () => void (await stop('SIGKILL')),
  };
}

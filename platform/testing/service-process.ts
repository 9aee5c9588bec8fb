import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ServiceEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

export interface ServiceProcess extends AsyncDisposable {
  child: ChildProcess;
  /** Where it serves, as it told its supervisor. Rejects when it ends before. */
  url: Promise<string>;
  ended: Promise<ServiceEnd>;
  stop(signal: NodeJS.Signals): Promise<ServiceEnd>;
  /** Ends the connection to its supervisor, as one that was killed would. */
  leave(): void;
}

export interface ServiceRun {
  /** The folder of the app, from the root of the repository: its telemetry is loaded first, where it has some. */
  app: string;
  env: Record<string, string>;
  /** Runs in place of the app's `main.ts`. */
  entry?: string | undefined;
  args?: readonly string[] | undefined;
}

/** What services of tests know each other by, unless a test says otherwise. */
export const serviceKey = 'the internal key of the tests, long enough';

const root = join(import.meta.dirname, '..', '..');

/** A service as it runs: a process of its own with nothing but this environment, and what others like it compiled. */
export function startServiceProcess({ app, env, entry, args }: ServiceRun): ServiceProcess {
  const compiledDir = getCompileCacheDir();
  const child = fork(entry ?? join(root, app, 'main.ts'), args, {
    cwd: root,
    env: compiledDir === undefined ? env : { NODE_COMPILE_CACHE: dirname(compiledDir), ...env },
    execArgv: existsSync(join(root, app, 'telemetry.ts')) ? ['--import', `./${app}/telemetry.ts`] : [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const ended = once(child, 'exit').then(async ([code, signal]) => ({ code, signal, output: (await output).join('') }));
  const told = once(child, 'message').then(([message]) => String(message.url));
  const endedEarly = ended.then((end) => Promise.reject(new Error(`${app} ended before it served:\n${end.output}`)));
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

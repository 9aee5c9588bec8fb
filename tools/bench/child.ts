import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isRecord } from '../start/files.ts';

/** A server in a process of its own whose CPU can be read. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
  /** Sends an order and waits for the answer. */
  ask(message: object): Promise<Record<string, unknown>>;
  /** User and system time it has used so far, in microseconds. */
  cpuMicros(): Promise<number>;
}

/** Starts `node <nodeArgs>` and waits until it says where it listens. */
export async function startChild(
  nodeArgs: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const reporter = join(import.meta.dirname, 'report-cpu.ts');
  const child = spawn(process.execPath, ['--import', reporter, ...nodeArgs], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', ...env },
    // A Ctrl-C is for the bench alone, which ends what it started.
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hear = (isMeant: (message: Record<string, unknown>) => boolean) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const listen = (message: unknown) => {
        if (!isRecord(message) || !isMeant(message)) return;
        child.off('message', listen);
        resolve(message);
      };
      child.on('message', listen);
      exited.then(() => reject(new Error(`${nodeArgs.join(' ')} ended early`)));
    });
  const { url } = await hear((message) => message.ready === true);
  async function ask(message: object): Promise<Record<string, unknown>> {
    const answer = hear((heard) => 'answer' in heard);
    child.send(message);
    return await answer;
  }
  return {
    pid: child.pid ?? 0,
    url: String(url).replace('localhost', '127.0.0.1'),
    ask,
    cpuMicros: async () => Number((await ask({ ask: 'cpu' })).answer),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

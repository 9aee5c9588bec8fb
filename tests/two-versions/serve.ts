import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ask } from '../drills/parts/buyer.ts';
import { soon, until } from '../drills/parts/wait.ts';
import type { Release } from './release.ts';

export interface ServiceOrder {
  release: Release;
  app: 'shop' | 'crm';
  port: number;
  env: Record<string, string>;
}

export interface Serving extends AsyncDisposable {
  url: string;
}

/** Starts a service of a release by its documented command alone, and waits until it says that it is ready. */
export async function serve({ release, app, port, env }: ServiceOrder): Promise<Serving> {
  const child = spawn(process.execPath, ['--import', `./apps/${app}/telemetry.ts`, `apps/${app}/main.ts`], {
    cwd: release.dir,
    env: { ...env, PORT: String(port), LOG_LEVEL: 'error' },
    // It ends by itself when whoever started it is gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const ended = once(child, 'exit').then(async () => (await written).join(''));
  const stop = async () => {
    child.kill('SIGTERM');
    const output = await soon(`the end of the ${app} of ${release.name}`, ended);
    if (output !== '') console.error(`the ${app} of ${release.name} wrote:\n${output}`);
  };
  const url = `http://127.0.0.1:${port}`;
  const failed = ended.then((output) => Promise.reject(new Error(`the ${app} of ${release.name} ended:\n${output}`)));
  failed.catch(() => undefined);
  const isReady = () =>
    ask(`${url}/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  try {
    await Promise.race([until(`a ${app} of ${release.name} that is ready`, isReady), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, [Symbol.asyncDispose]: stop };
}

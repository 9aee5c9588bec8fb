import type { ChildProcess } from 'node:child_process';
import type { ServiceProcess } from '@octo/platform/testing/service-process.ts';
import { ask } from './buyer.ts';
import { soon, until } from './wait.ts';

export interface RunningService extends AsyncDisposable {
  url: string;
  child: ChildProcess;
  /** The signal or code it ended with. */
  exited: Promise<string>;
}

/** Waits until a service that was started serves, and is ready unless it is not asked to be. It ends with the block that it is used in. */
export async function whenRunning(
  name: string,
  service: ServiceProcess,
  { isReady = true } = {},
): Promise<RunningService> {
  const exited = service.ended.then(({ code, signal, output }) => {
    if (code) console.error(`a ${name} failed:\n${output.slice(-4000)}`);
    return String(signal ?? code);
  });
  const url = await soon(`a ${name} that serves`, service.url);
  if (isReady) await until(`a ${name} that is ready`, async () => (await ask(`${url}/ready`)).status === 200);
  return { url, child: service.child, exited, [Symbol.asyncDispose]: async () => void (await service.stop('SIGTERM')) };
}

/** Ends a service at once, without a word to anybody. */
export async function kill(service: RunningService): Promise<void> {
  service.child.kill('SIGKILL');
  await soon('its end', service.exited);
}

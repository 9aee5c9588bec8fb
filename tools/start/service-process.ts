import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '@octo/platform/embedded-postgres/last-lines.ts';
import { isAlive, signalIfAlive, within } from '@octo/platform/embedded-postgres/processes.ts';
import { isRecord } from './files.ts';
import type { Running } from './keep-running.ts';
import type { KillList } from './kill-list.ts';

export interface ServiceProcessOptions {
  readonly nodeArgs: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  readonly signal: AbortSignal;
  readonly killList: KillList;
}

export interface RunningService extends Running {
  readonly pid: number;
  /** Where it listens, in its own words. */
  readonly url: string;
}

const readyTimeoutMs = 60_000;
const stopPatienceMs = 2500;

/** Starts a service in a process group of its own and waits until it says that it listens and answers that it is ready. */
export async function startServiceProcess(options: ServiceProcessOptions): Promise<RunningService> {
  const child = spawnService(options);
  const exited = new Promise<{ reason: string }>((resolve) => {
    child.once('error', (error) => resolve({ reason: error.message }));
    child.once('exit', (code, signal) =>
      resolve({ reason: signal ? `was ended by ${signal}` : `ended with code ${code}` }),
    );
  });
  options.killList.add(() => killGroup(child), exited);
  const stop = () => stopService(child, exited);
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(readyTimeoutMs)]);
  const url = await Promise.race([untilReady(child, deadline), exited]).catch((error) => ({
    reason: String(error.message),
  }));
  if (typeof url === 'string') return { pid: child.pid ?? 0, url, exited, stop };
  await stop();
  if (options.signal.aborted) throw new Error('stopped while it was starting');
  const lines = lastLines(options.logFile, 20).map((line) => `\n  | ${line}`);
  throw new Error(`it ${url.reason}. Its last lines (${options.logFile}):${lines.join('')}`);
}

function spawnService({ nodeArgs, cwd, environment, logFile }: ServiceProcessOptions): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(process.execPath, [...nodeArgs], {
      cwd,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: { ...environment },
    });
  } finally {
    closeSync(log);
  }
}

async function untilReady(child: ChildProcess, deadline: AbortSignal): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new Error('did not say that it listens')), { once: true });
    child.on('message', (message) => {
      if (isRecord(message) && message.ready === true && typeof message.url === 'string') resolve(message.url);
    });
  });
  for (;;) {
    const refusal = await whyNotReady(url);
    if (refusal === undefined) return url;
    if (deadline.aborted || child.exitCode !== null) throw new Error(`does not answer 200 at ${url}/ready: ${refusal}`);
    await sleep(100);
  }
}

/** In the service's own words where it has some; undefined when it is ready. */
async function whyNotReady(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(new URL('/ready', url), { signal: AbortSignal.timeout(5000) });
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.status === 200) return undefined;
    return isRecord(body) && typeof body.reason === 'string' ? body.reason : `it answers ${answer.status}`;
  } catch {
    return 'it does not answer';
  }
}

/** A polite request, then an end to its whole group, children of its own included. */
async function stopService(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await within(stopPatienceMs, exited);
  }
  killGroup(child);
  await exited;
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && isAlive(-child.pid)) signalIfAlive(-child.pid, 'SIGKILL');
}

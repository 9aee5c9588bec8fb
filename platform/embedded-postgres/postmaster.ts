import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isPostmasterOf, readPostmasterPid } from './postmaster-pid.ts';
import { signalIfAlive, within } from './processes.ts';
import type { RunAs } from './run-as.ts';
import { postgresEnvironment } from './run-as.ts';

/** Why a postmaster is gone, in words. */
export interface PostmasterExit {
  readonly reason: string;
}

export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<PostmasterExit>;
}

export interface SpawnOptions {
  readonly postgres: string;
  readonly runAs: RunAs;
  readonly dataDir: string;
  readonly settings: readonly string[];
  readonly logFile: string;
}

/** Starts the server in a process group of its own, so that a Ctrl-C in the terminal reaches it only through us. */
export async function spawnPostmaster(options: SpawnOptions): Promise<Postmaster> {
  const [command = options.postgres, ...args] = [
    ...options.runAs.prefix,
    options.postgres,
    '-D',
    options.dataDir,
    ...options.settings,
  ];
  const log = await open(options.logFile, 'a', 0o600);
  try {
    const child = spawn(command, args, { detached: true, stdio: ['ignore', log.fd, log.fd], env: postgresEnvironment });
    const exited = new Promise<PostmasterExit>((resolve) => {
      child.once('error', (error) => resolve({ reason: error.message }));
      child.once('exit', (code, signal) =>
        resolve({ reason: signal ? `ended by ${signal}` : `ended with code ${code}` }),
      );
    });
    return { pid: child.pid ?? 0, exited };
  } finally {
    await log.close();
  }
}

/** Watches a postmaster that another process started. */
export function followPostmaster(pid: number, dataDir: string): Postmaster {
  return { pid, exited: waitUntilGone(pid, dataDir).then(() => ({ reason: 'ended' })) };
}

async function waitUntilGone(pid: number, dataDir: string): Promise<void> {
  while (await isPostmasterOf(pid, dataDir)) await sleep(200);
}

/** Resolves with undefined when the postmaster accepts connections, or with the reason why it ended. */
export async function waitUntilReady(
  postmaster: Postmaster,
  dataDir: string,
  timeoutMs: number,
): Promise<PostmasterExit | undefined> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const exit = await Promise.race([postmaster.exited, sleep(20)]);
    if (exit) return exit;
    const written = await readPostmasterPid(dataDir);
    if (written?.pid === postmaster.pid && written.status === 'ready') return undefined;
  }
  return { reason: `was not ready after ${timeoutMs / 1000} s` };
}

const stopSteps = [
  ['SIGINT', 2000],
  ['SIGQUIT', 1500],
  ['SIGKILL', 1000],
] as const;

/** Asks for a fast shutdown, which rolls back and closes cleanly; a server that does not follow is ended harder. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  if (await within(0, postmaster.exited)) return;
  for (const [signal, patienceMs] of stopSteps) {
    signalIfAlive(postmaster.pid, signal);
    if (await within(patienceMs, postmaster.exited)) return;
  }
}

/** Stops the server that serves this data directory, whoever started it, if there is one. */
export async function stopPostmasterOf(dataDir: string): Promise<void> {
  const found = await findPostmaster(dataDir);
  if (found) await stopPostmaster(followPostmaster(found.pid, dataDir));
}

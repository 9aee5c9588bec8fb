import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { findFreePort } from './free-port.ts';
import { initDataDir } from './init-data-dir.ts';
import { lastLines } from './last-lines.ts';
import {
  followPostmaster,
  type Postmaster,
  type PostmasterExit,
  spawnPostmaster,
  stopPostmaster,
  waitUntilReady,
} from './postmaster.ts';
import { disarmReusedPid, findPostmaster } from './postmaster-pid.ts';
import { chooseRunAs, giveTo } from './run-as.ts';
import { postgresSettings } from './settings.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Of the superuser `postgres`; counts when the data directory is made. */
  readonly password: string;
  /** Preferred port; another one is taken when it is not free. */
  readonly port?: number;
  /** False trades safety against power loss for speed: for tests only. Default true. */
  readonly durable?: boolean;
  /** Default `<dataDir>/server.log`. */
  readonly logFile?: string;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** Connection URL of the superuser, on 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was left by a process that ended without stopping it. */
  readonly isAdopted: boolean;
  /** Resolves when the server is gone, whoever ended it. */
  readonly exited: Promise<PostmasterExit>;
  stop(): Promise<void>;
}

const readyTimeoutMs = 60_000;
const attempts = 40;
const pauseMs = 250;

/** Starts PostgreSQL on a data directory, made on first use; a server already running on it is adopted. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dirname(dataDir), { recursive: true });
  return (await adopt(dataDir, options.password)) ?? (await startAnew(dataDir, options));
}

async function adopt(dataDir: string, password: string): Promise<EmbeddedPostgres | undefined> {
  const found = await findPostmaster(dataDir);
  if (!found) return undefined;
  const postmaster = followPostmaster(found.pid, dataDir);
  const isReady =
    found.status !== 'stopping' && (await waitUntilReady(postmaster, dataDir, readyTimeoutMs)) === undefined;
  const port = (await findPostmaster(dataDir))?.port;
  if (isReady && port !== undefined) return embeddedPostgres(postmaster, port, password, true);
  await stopPostmaster(postmaster);
  return undefined;
}

async function startAnew(dataDir: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true;
  const logFile = options.logFile ?? join(dataDir, 'server.log');
  const binaries = await findBinaries();
  const runAs = await chooseRunAs(dataDir, binaries.postgres);
  await initDataDir(binaries, runAs, { dataDir, password: options.password, durable });
  await giveTo(runAs, dataDir);
  let preferredPort = options.port;
  for (let attempt = 1; ; attempt += 1) {
    await disarmReusedPid(dataDir);
    const port = preferredPort ?? (await findFreePort());
    const settings = postgresSettings(port, durable);
    const postmaster = await spawnPostmaster({ postgres: binaries.postgres, runAs, dataDir, settings, logFile });
    const exit = await waitUntilReady(postmaster, dataDir, readyTimeoutMs);
    if (!exit) return embeddedPostgres(postmaster, port, options.password, false);
    await stopPostmaster(postmaster);
    const lines = lastLines(logFile, 12);
    const obstacle = obstacleIn(lines);
    if (obstacle === undefined || attempt === attempts) {
      throw new Error(`PostgreSQL ${exit.reason} (${runAs.name}):\n  ${lines.join('\n  ')}`);
    }
    if (obstacle === 'port') preferredPort = undefined;
    else await sleep(pauseMs);
  }
}

/** What passes by itself: a port that somebody was quicker to take, or the last processes of a server that was killed. */
export function obstacleIn(logLines: readonly string[]): 'port' | 'predecessor' | undefined {
  const text = logLines.join('\n');
  if (/could not bind|Address already in use/.test(text)) return 'port';
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(text)) return 'predecessor';
  return undefined;
}

function embeddedPostgres(
  postmaster: Postmaster,
  port: number,
  password: string,
  isAdopted: boolean,
): EmbeddedPostgres {
  const stop = () => stopPostmaster(postmaster);
  return {
    url: postgresUrl(password, port),
    port,
    pid: postmaster.pid,
    isAdopted,
    exited: postmaster.exited,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Where the superuser of an embedded server connects. */
export function postgresUrl(password: string, port: number): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

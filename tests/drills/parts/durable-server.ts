import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, type ServiceUrls } from '@octo/database/prepare.ts';
import { withDatabase } from '@octo/database/urls.ts';
import { signalIfAlive } from '@octo/platform/embedded-postgres/processes.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import { sql } from 'kysely';
import type { Owner } from './shop-floor.ts';

const password = 'drills';

export interface DurableServer extends AsyncDisposable {
  ownerUrl: string;
  urls: ServiceUrls;
  /** Where it writes down what happens to it. */
  logFile: string;
  /** Ends it as a restart does: each session is told to go, and what it was at is rolled back. */
  stop(): Promise<void>;
  /** Ends the server and each of its sessions at once, as a power cut would. */
  kill(owner: Owner): Promise<void>;
  /** Starts it again, on the same data and port. */
  startAgain(): Promise<void>;
}

/** A PostgreSQL of the drill's own, that keeps what it confirmed; it holds an empty, migrated database. */
export async function startDurableServer(): Promise<DurableServer> {
  const room = await mkdtemp(join(tmpdir(), 'octo-drill-'));
  const dataDir = join(room, 'data');
  const start = (port?: number) => startEmbeddedPostgres({ dataDir, password, ...(port ? { port } : {}) });
  let server = await start();
  const { urls } = await prepareDatabase({
    ownerUrl: server.url,
    roleDir: room,
    credentialsFile: join(room, 'credentials.json'),
    seed: false,
    onProgress: () => undefined,
  });
  return {
    ownerUrl: withDatabase(server.url, 'octo'),
    urls,
    logFile: join(dataDir, 'server.log'),
    stop: () => server.stop(),
    kill: (owner) => killServer(server, owner),
    startAgain: async () => {
      const { port } = server;
      server = await start(port);
      if (server.port !== port) throw new Error(`somebody else took port ${port}`);
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(room, { recursive: true, force: true });
    },
  };
}

async function killServer(server: EmbeddedPostgres, owner: Owner): Promise<void> {
  // Each session leads a process group of its own, so the group of the server does not reach it.
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity`.execute(owner);
  for (const pid of [server.pid, ...rows.map((row) => row.pid)]) signalIfAlive(pid, 'SIGKILL');
  await server.exited;
}

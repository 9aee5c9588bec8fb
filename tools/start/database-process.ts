import { signalIfAlive } from '@octo/platform/embedded-postgres/processes.ts';
import { startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import type { Running } from './keep-running.ts';
import type { KillList } from './kill-list.ts';
import type { OctoPaths } from './paths.ts';

export interface RunningDatabase extends Running {
  readonly ownerUrl: string;
  readonly port: number;
  readonly isAdopted: boolean;
}

export interface DatabaseProcessOptions {
  readonly paths: OctoPaths;
  readonly password: string;
  readonly preferredPort?: number | undefined;
  readonly killList: KillList;
}

/** The database that came with npm, on the data of this folder. */
export async function startDatabaseProcess(options: DatabaseProcessOptions): Promise<RunningDatabase> {
  const { paths, password, preferredPort } = options;
  const server = await startEmbeddedPostgres({
    dataDir: paths.databaseDir,
    logFile: paths.log('database'),
    password,
    ...(preferredPort === undefined ? {} : { port: preferredPort }),
  });
  // An immediate shutdown; the next start recovers.
  options.killList.add(() => signalIfAlive(server.pid, 'SIGQUIT'), server.exited);
  return {
    ownerUrl: server.url,
    port: server.port,
    isAdopted: server.isAdopted,
    exited: server.exited,
    stop: server.stop,
  };
}

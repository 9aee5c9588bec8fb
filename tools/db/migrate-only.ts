import { mkdir } from 'node:fs/promises';
import { readPostmasterPid } from '@octo/platform/embedded-postgres/postmaster-pid.ts';
import { postgresUrl, startEmbeddedPostgres } from '@octo/platform/embedded-postgres/start.ts';
import type { ToolsConfig } from '../config.ts';
import { findLockHolder, takeLock } from '../start/lock.ts';
import { beginLog } from '../start/log-file.ts';
import { type OctoPaths, octoPaths } from '../start/paths.ts';
import { externalDatabase } from '../start/platform-database.ts';
import type { Prepare } from '../start/prepare.ts';
import { readOrMakeSecrets } from '../start/secrets.ts';
import { listenForStop } from '../start/signals.ts';

export interface MigrateOptions {
  readonly config: ToolsConfig;
  readonly prepare: Prepare;
  say(line: string): void;
}

/** Brings schema and roles up to date without starting a service. Returns the exit code. */
export async function migrateOnly({ config, prepare, say }: MigrateOptions): Promise<number> {
  if (config.oracleDsn !== undefined) {
    say('ORACLE_DSN names an Oracle database: "npm run oracle:prepare" brings that up to date.');
    return 1;
  }
  const stop = listenForStop(() => process.exit(130));
  try {
    await mkdir(config.octoDir, { recursive: true });
    const paths = octoPaths(config.octoDir);
    await using database = await reachDatabase(config, paths);
    const { ownerUrl, serviceUrl } = database;
    const input = { ownerUrl, roleDir: paths.roleDir, credentialsFile: paths.credentialsFile, seed: false };
    await prepare(serviceUrl === undefined ? input : { ...input, serviceUrl }, say, stop.signal);
    say('The database is up to date.');
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return stop.signal.aborted ? 130 : 1;
  }
}

interface ReachedDatabase extends AsyncDisposable {
  readonly ownerUrl: string;
  readonly serviceUrl?: string;
}

async function reachDatabase(config: ToolsConfig, paths: OctoPaths): Promise<ReachedDatabase> {
  const external = externalDatabase(config);
  if (external) return { ...external, ownerUrl: await external.ownerUrl() };
  const { postgresPassword: password } = await readOrMakeSecrets(paths.octoDir);
  if ((await findLockHolder(paths.octoDir)) !== undefined) return runningDatabase(paths, password);
  const logFile = paths.log('database');
  await using stack = new AsyncDisposableStack();
  stack.use(await takeLock(paths.octoDir));
  beginLog(logFile);
  const server = stack.use(await startEmbeddedPostgres({ dataDir: paths.databaseDir, logFile, password }));
  const owned = stack.move();
  return { ownerUrl: server.url, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The database of a platform that is up: used, and left running. */
async function runningDatabase({ databaseDir }: OctoPaths, password: string): Promise<ReachedDatabase> {
  const found = await readPostmasterPid(databaseDir);
  if (found?.port === undefined || found.status !== 'ready')
    throw new Error('The database is starting or stopping; try again in a moment.');
  return { ownerUrl: postgresUrl(password, found.port), [Symbol.asyncDispose]: async () => undefined };
}

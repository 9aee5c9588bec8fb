import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.ts';
import { postgresEnvironment, type RunAs } from './run-as.ts';

const run = promisify(execFile);
const majorVersion = '18';

export interface InitOptions {
  readonly dataDir: string;
  readonly password: string;
  readonly durable: boolean;
}

/** Makes the data directory on first use. It is built beside its place and renamed, so a half-made one never counts. */
export async function initDataDir(binaries: PostgresBinaries, runAs: RunAs, options: InitOptions): Promise<void> {
  if (await isInitialised(options.dataDir)) return;
  const workDir = `${options.dataDir}.new`;
  await rm(workDir, { recursive: true, force: true });
  await mkdir(workDir, { mode: 0o700 });
  const passwordFile = join(workDir, 'password');
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (runAs.owner) {
    await chown(passwordFile, runAs.owner.uid, runAs.owner.gid);
    await chown(workDir, runAs.owner.uid, runAs.owner.gid);
  }
  try {
    await runInitdb(binaries.initdb, runAs, join(workDir, 'data'), passwordFile, options.durable);
    await rm(passwordFile);
    await rename(join(workDir, 'data'), options.dataDir);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function isInitialised(dataDir: string): Promise<boolean> {
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    await rmdir(dataDir).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw new Error(`${dataDir} is not a PostgreSQL data directory; move it away.`);
    });
    return false;
  }
  if (version.trim() === majorVersion) return true;
  throw new Error(
    `${dataDir} was made by PostgreSQL ${version.trim()}, this is PostgreSQL ${majorVersion}. Move it away to begin anew.`,
  );
}

async function runInitdb(
  initdb: string,
  runAs: RunAs,
  dataDir: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const [command = initdb, ...args] = [...runAs.prefix, initdb, `--pgdata=${dataDir}`, ...locale, ...access];
  try {
    await run(command, durable ? args : [...args, '--no-sync'], { env: postgresEnvironment });
  } catch (error) {
    throw new Error(`initdb failed (${runAs.name}): ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'stderr' in error) return String(error.stderr).trim() || error.message;
  return String(error);
}

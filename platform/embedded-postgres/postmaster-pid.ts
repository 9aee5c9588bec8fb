import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './processes.ts';

/** What a postmaster writes about itself into `postmaster.pid`. */
export interface PostmasterPid {
  readonly pid: number;
  readonly port: number | undefined;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | undefined;
}

/** Lines of the file: pid, data directory, start time, port, socket directory, listen address, memory key, status. */
export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const port = Number(lines[3] || Number.NaN);
  const status = lines[7];
  return { pid, port: Number.isSafeInteger(port) ? port : undefined, status: isStatus(status) ? status : undefined };
}

function isStatus(value: string | undefined): value is NonNullable<PostmasterPid['status']> {
  return value === 'starting' || value === 'stopping' || value === 'ready' || value === 'standby';
}

export async function readPostmasterPid(dataDir: string): Promise<PostmasterPid | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new Error(`Cannot read ${dataDir} (${error.code}): it belongs to another user. Start as that user.`);
  });
  return parsePostmasterPid(text);
}

/** The postmaster that serves this data directory now, if any; a pid that was given to another program does not count. */
export async function findPostmaster(dataDir: string): Promise<PostmasterPid | undefined> {
  const found = await readPostmasterPid(dataDir);
  return found && (await isPostmasterOf(found.pid, dataDir)) ? found : undefined;
}

export async function isPostmasterOf(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return (await commandLine(pid)).includes(dataDir);
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (workingDir !== undefined) return workingDir === (await realpath(dataDir));
  const args = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return args.split('\0').includes(dataDir);
}

/** A pid that was reused by another program would stop PostgreSQL; the memory key below it must stay for its own check. */
export async function disarmReusedPid(dataDir: string): Promise<void> {
  const found = await readPostmasterPid(dataDir);
  if (!found || !isAlive(found.pid) || (await isPostmasterOf(found.pid, dataDir))) return;
  const path = join(dataDir, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [pidThatCannotExist, ...rest].join('\n'));
}

const pidThatCannotExist = 99_999_999;

function commandLine(pid: number): Promise<string> {
  return new Promise((resolve) =>
    execFile('ps', ['-o', 'args=', '-p', String(pid)], (_error, stdout) => resolve(stdout)),
  );
}

import { link, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord, readJsonFile } from './files.ts';
import { processIdentity } from './process-identity.ts';
import { readRunFile } from './run-file.ts';

const lockPath = (octoDir: string) => join(octoDir, 'lock.json');

/** Another command has this folder; says so in words for a person. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** One command at a time may use the data of this folder. Throws a FolderInUseError when another one does. */
export async function takeLock(octoDir: string): Promise<AsyncDisposable> {
  const path = lockPath(octoDir);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ pid: process.pid, identity: await processIdentity(process.pid) }));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (await linked(draft, path)) return lockAt(path);
      await refuseWhenHeld(octoDir);
      await rm(path, { force: true });
    }
    throw new FolderInUseError(`Another command takes ${path} at this moment; try again.`);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The pid of the living command that holds the lock. */
export async function findLockHolder(octoDir: string): Promise<number | undefined> {
  const held = await readJsonFile(lockPath(octoDir));
  if (!isRecord(held) || typeof held.pid !== 'number') return undefined;
  return (await processIdentity(held.pid)) === held.identity ? held.pid : undefined;
}

async function refuseWhenHeld(octoDir: string): Promise<void> {
  const pid = await findLockHolder(octoDir);
  if (pid === undefined) return;
  const run = await readRunFile(octoDir);
  const where = run
    ? Object.entries(run.urls)
        .map(([name, url]) => `\n  ${name}  ${url}`)
        .join('')
    : ' It is still starting or stopping.';
  throw new FolderInUseError(
    `This folder is in use already, by process ${pid}.${where}\nStop it first (Ctrl-C in its terminal, or: kill ${pid}).`,
  );
}

function lockAt(path: string): AsyncDisposable {
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

// A hard link makes the lock appear with its whole content, or not at all.
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

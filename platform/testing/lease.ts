import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = { attempts: 600, pauseMs: 100 };

/**
 * Holds a file while something is the caller's alone. Waits for another process to let go of it; a second lease of the
 * same process would wait for ever and is refused. One that was left by a process that is gone is taken over.
 */
export async function takeLease(path: string): Promise<AsyncDisposable> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (await create(path)) return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
    const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
    if (holder === process.pid) throw new Error('this test already holds the one database of this run');
    if (holder === 0 || isAlive(holder)) await sleep(patience.pauseMs);
    else await rm(path, { force: true });
  }
  throw new Error(`another process did not let go of ${path}`);
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

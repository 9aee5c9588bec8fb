import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

const largestBytes = 32 * 1024 * 1024;

/** Keeps the log of the run before as `.1` and begins a new one. */
export function beginLog(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (sizeOf(path) > 0) renameSync(path, `${path}.1`);
  closeSync(openSync(path, 'a', 0o600));
}

/** Cuts a log that grew past 32 MB. Writers append, so they go on at its new end. */
export async function cutLogIfLarge(path: string, limitBytes = largestBytes): Promise<void> {
  if (sizeOf(path) <= limitBytes) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

/** The last lines of a log that may be large, oldest first. */
export function lastLines(path: string, count: number): string[] {
  const size = sizeOf(path);
  if (size === 0) return [];
  const tail = Buffer.alloc(Math.min(size, 16_384));
  const file = openSync(path, 'r');
  try {
    readSync(file, tail, 0, tail.length, size - tail.length);
  } finally {
    closeSync(file);
  }
  return tail.toString('utf8').trimEnd().split('\n').slice(-count);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Looks at the logs once a minute. */
export function keepLogsSmall(paths: readonly string[]): Disposable {
  const timer = setInterval(() => void Promise.all(paths.map((path) => cutLogIfLarge(path))), 60_000);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
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

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Looks at the logs once a minute. */
export function keepLogsSmall(paths: readonly string[]): Disposable {
  const timer = setInterval(() => void Promise.all(paths.map((path) => cutLogIfLarge(path))), 60_000);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

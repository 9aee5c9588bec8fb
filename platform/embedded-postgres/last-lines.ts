import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** The last lines of a log that may be large, oldest first. */
export function lastLines(path: string, count: number): string[] {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
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

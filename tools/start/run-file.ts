import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '@octo/platform/embedded-postgres/processes.ts';
import { isRecord, readJsonFile, writeJsonFile } from './files.ts';

export interface RunFile {
  readonly pid: number;
  /** URL by service name. */
  readonly urls: Readonly<Record<string, string>>;
}

const runFilePath = (octoDir: string) => join(octoDir, 'run.json');

/** Says where everything is; written only while all of it is up. */
export function writeRunFile(octoDir: string, urls: Readonly<Record<string, string>>): Promise<void> {
  return writeJsonFile(runFilePath(octoDir), { ...urls, pid: process.pid });
}

export function removeRunFile(octoDir: string): void {
  rmSync(runFilePath(octoDir), { force: true });
}

/** What runs now; the file of a process that is gone does not count. */
export async function readRunFile(octoDir: string): Promise<RunFile | undefined> {
  const content = await readJsonFile(runFilePath(octoDir));
  if (!isRecord(content) || typeof content.pid !== 'number' || !isAlive(content.pid)) return undefined;
  const urls = Object.entries(content).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { pid: content.pid, urls: Object.fromEntries(urls) };
}

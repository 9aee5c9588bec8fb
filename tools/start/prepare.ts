import { fork } from 'node:child_process';
import { join } from 'node:path';
import { isRecord } from './files.ts';

export interface PrepareInput {
  readonly ownerUrl: string;
  readonly roleDir: string;
  readonly serviceUrl?: string;
  readonly credentialsFile: string;
  /** First data for an empty database. Default true. */
  readonly seed?: boolean;
}

/** Connection URL by database role. */
export type RoleUrls = Readonly<Record<string, string>>;

export type Prepare = (input: PrepareInput, say: (line: string) => void, signal: AbortSignal) => Promise<RoleUrls>;

/** Migrations, roles and seed, in a process of its own: it gives its memory back, and always runs the newest code. */
export const prepareInChild: Prepare = (input, say, signal) => {
  const child = fork(join(import.meta.dirname, 'prepare-child.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    signal,
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (!isRecord(message)) return;
      if (typeof message.progress === 'string') say(message.progress);
      if (typeof message.problem === 'string') reject(new Error(message.problem));
      if (isRecord(message.urls))
        resolve(Object.fromEntries(Object.entries(message.urls).map(([role, url]) => [role, String(url)])));
    });
    child.once('error', reject);
    child.once('exit', (code, end) =>
      reject(new Error(`Preparing the database ended early (${end ?? `code ${code}`}).`)),
    );
    child.send(input);
  });
};

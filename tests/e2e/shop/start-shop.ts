import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { Kysely } from 'kysely';

export type Owner = Kysely<Tables>;

export interface RunningShop extends AsyncDisposable {
  url: string;
  /** The shop's database as its owner, to arrange and to look. */
  owner: Owner;
}

const rootDir = join(import.meta.dirname, '..', '..', '..');

/** The shop as it is started everywhere, on a seeded database of its own and a free port. */
export async function startShop(): Promise<RunningShop> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'journeys', poolMax: 2 });
  stack.defer(() => owner.destroy());
  const child = spawn(process.execPath, ['--import', './apps/shop/telemetry.ts', 'apps/shop/main.ts'], {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      DATABASE_URL: database.urls.octo_shop,
      SESSION_SECRET: 'a secret of the journeys, long enough',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
  stack.defer(() => stop(child));
  const url = await listening(child);
  const started = stack.move();
  return { url, owner, [Symbol.asyncDispose]: () => started.disposeAsync() };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the shop ended with code ${code} before it listened`)));
    child.on('message', (message: { ready?: boolean; url?: string }) => {
      if (message.ready && message.url) resolve(message.url);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

import { writeFile } from 'node:fs/promises';
import { ownerRole } from '@octo/database/roles.ts';
import { copyTemplate, type TestServer } from '@octo/database/testing/test-database.ts';
import { actingAs } from '@octo/database/urls.ts';
import type { SharedDatabase } from '@octo/platform/testing/shared-database.ts';

/** A database for all tests of a run, taken away at its end. */
export type OwnedDatabase = SharedDatabase & AsyncDisposable;

/** On PostgreSQL its owner is no superuser here, as Oracle's is none. */
export async function shareOnPostgres(server: TestServer): Promise<OwnedDatabase> {
  const { addresses, ownerUrl, close } = await copyTemplate(server);
  const { owner: _superuser, ...roles } = addresses;
  const owner = { url: actingAs(ownerUrl, ownerRole) };
  return { engine: 'postgres', owner, roles, [Symbol.asyncDispose]: close };
}

/** Tells the processes of the run about it, and nobody else: the file holds passwords. */
export async function announce({ engine, owner, roles }: SharedDatabase, path: string): Promise<void> {
  await writeFile(path, JSON.stringify({ engine, owner, roles }), { mode: 0o600 });
}

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { leaseSharedDatabase, type SharedDatabase } from '@octo/platform/testing/shared-database.ts';
import type { ServiceRole } from '../grants.ts';
import { seedDatabase } from '../seed/seed-database.ts';
import type { Tables } from '../tables.ts';
import { emptyTables } from './empty-tables.ts';

/** The database that all tests of a run share, as if it were new. The caller has it alone until it is closed. */
export async function borrowDatabase(shared: SharedDatabase, seed: boolean) {
  const lease = await leaseSharedDatabase();
  const close = async () => lease[Symbol.asyncDispose]();
  try {
    await makeAsNew(shared, seed);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    addresses: { owner: shared.owner, ...rolesOf(shared) },
    get urls() {
      return refuseUrls();
    },
    get ownerUrl() {
      return refuseUrls();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function makeAsNew({ owner }: SharedDatabase, seed: boolean): Promise<void> {
  const db = openDatabase<Tables>({ ...owner, applicationName: 'test', poolMax: 1, statementTimeoutMs: 60_000 });
  try {
    await emptyTables(db);
    if (seed) await seedDatabase(db, { now: new Date(), credentialsFile: join(tmpdir(), 'octo-credentials.json') });
  } finally {
    await db.destroy();
  }
}

// Whoever shared the database made a sign-in for every role.
function rolesOf({ roles }: SharedDatabase): Record<ServiceRole, SharedDatabase['owner']> {
  return roles as Record<ServiceRole, SharedDatabase['owner']>;
}

function refuseUrls(): never {
  throw new Error('this test speaks to PostgreSQL itself: it belongs into tests/conformance/not-portable.ts');
}

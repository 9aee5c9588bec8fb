import type { Tables } from '@octo/database/tables.ts';
import { openOwner } from '@octo/database/testing/open-owner.ts';
import { createTestDatabase, type TestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import { recordQuery } from '@octo/platform/testing/record-queries.ts';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { createCrmApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { type Crm, type CrmOverrides, createCrm } from '../context.ts';
import { crmEnv } from './crm-process.ts';

export interface TestCrm extends AsyncDisposable {
  app: FastifyInstance;
  crm: Crm;
  /** The database as its owner, to arrange and to look. */
  owner: Kysely<Tables>;
  /** To share with another service, or another of its kind. */
  database: TestDatabase;
}

export interface TestCrmOptions {
  env?: Record<string, string>;
  /** One that is shared with other services; whoever made it closes it. */
  database?: TestDatabase;
  overrides?: CrmOverrides;
  /** From the URL of the CRM's database to the one that it is given. */
  reach?(url: string): string;
}

/** The whole CRM without a socket, on a seeded database of its own: use `app.inject`. */
export async function createTestCrm(options: TestCrmOptions = {}): Promise<TestCrm> {
  const database = options.database ?? (await createTestDatabase({ seed: true }));
  const address = options.reach ? { url: options.reach(database.urls.octo_crm) } : database.addresses.octo_crm;
  const env = { ...crmEnv(address), LOG_LEVEL: 'error', ...options.env };
  const pool = { ...address, applicationName: 'test', poolMax: 10, onQuery: recordQuery };
  const db = options.overrides?.db ?? openDatabase<Tables>(pool);
  const owner = openOwner(database);
  const crm = createCrm(readConfig(env), { ...options.overrides, db });
  const app = await createCrmApp(crm);
  return {
    app,
    crm,
    owner,
    database,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await crm[Symbol.asyncDispose]();
      await Promise.all([db.destroy(), owner.destroy()]);
      if (!options.database) await database.close();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { readTestRunConfig } from '@octo/platform/testing/config.ts';
import { sharedDatabase } from '@octo/platform/testing/shared-database.ts';
import type pg from 'pg';
import type { ServiceRole } from '../grants.ts';
import { connect } from '../owner-connection.ts';
import { prepareDatabase, type ServiceUrls, serviceUrlsOf } from '../prepare.ts';
import { findRolePasswords, type RolePasswords, readOrMakeRolePasswords } from '../role-passwords.ts';
import { ensureOwnerRole, ownerRole } from '../roles.ts';
import { withDatabase } from '../urls.ts';
import { borrowDatabase } from './borrow-database.ts';
import { databaseFingerprint } from './fingerprint.ts';

export interface TestDatabase extends AsyncDisposable {
  /** As whom to open it, on either engine: its owner, or a service. */
  addresses: Readonly<Record<'owner' | ServiceRole, DatabaseAddress>>;
  /** For what speaks to PostgreSQL itself; a database that all tests share has no URLs to give. */
  urls: ServiceUrls;
  /** As `urls`: the superuser's sign-in to this database. */
  ownerUrl: string;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  seed?: boolean;
}

/** A PostgreSQL server to make test databases on. */
export interface TestServer {
  /** As its superuser. */
  url: string;
  /** Where the passwords of its roles are kept, the same for every process that tests against it. */
  roleDir: string;
}

const templateLock = 7_236_002;

/**
 * A database of the caller's own: migrated, granted, and seeded if asked. Where a run has but one, it is that one, emptied,
 * until it is closed.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const shared = sharedDatabase();
  return shared ? borrowDatabase(shared, options.seed === true) : copyTemplate(testServer(), options);
}

/** A copy of a template that is made once per server. */
export async function copyTemplate(server: TestServer, options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { url: serverUrl } = server;
  const admin = await connect(serverUrl);
  const name = `octo_test_${randomBytes(8).toString('hex')}`;
  try {
    const { template, passwords } = await ensureTemplate(admin, server, options.seed === true);
    await admin.query(`create database ${name} template ${template} owner ${ownerRole} strategy file_copy`);
    const ownerUrl = withDatabase(serverUrl, name);
    const close = () => dropDatabase(serverUrl, name);
    const urls = serviceUrlsOf(ownerUrl, passwords);
    return { addresses: addressesOf(ownerUrl, urls), ownerUrl, urls, close, [Symbol.asyncDispose]: close };
  } finally {
    await admin.end();
  }
}

function addressesOf(ownerUrl: string, urls: ServiceUrls): TestDatabase['addresses'] {
  const { octo_shop, octo_crm, octo_gateway, octo_query } = urls;
  return {
    owner: { url: ownerUrl },
    octo_shop: { url: octo_shop },
    octo_crm: { url: octo_crm },
    octo_gateway: { url: octo_gateway },
    octo_query: { url: octo_query },
  };
}

/** The PostgreSQL the tests run against: a superuser's URL. */
export function testServerUrl(): string {
  const { databaseUrl: url } = readTestRunConfig();
  if (!url) throw new Error('TEST_DATABASE_URL is not set: `npm test` starts a PostgreSQL and sets it');
  return url;
}

function testServer(): TestServer {
  const url = testServerUrl();
  return { url, roleDir: testRoleDir(url) };
}

export function testRoleDir(serverUrl: string): string {
  const { hostname, port } = new URL(serverUrl);
  return join(tmpdir(), `octo-test-roles-${process.getuid?.() ?? 0}-${hostname}-${port}`);
}

interface Template {
  template: string;
  passwords: RolePasswords;
}

async function ensureTemplate(admin: pg.Client, server: TestServer, seed: boolean): Promise<Template> {
  const family = seed ? 'octo_template_seeded_' : 'octo_template_empty_';
  const template = `${family}${await databaseFingerprint()}`;
  const find = () => findTemplate(admin, server, template);
  const found = await whileLocked(admin, 'shared', find);
  if (found) return found;
  return whileLocked(admin, 'alone', async () => {
    const madeMeanwhile = await find();
    if (madeMeanwhile) return madeMeanwhile;
    for (const outdated of await databasesLike(admin, `${family}%`)) {
      await admin.query(`drop database if exists ${outdated} with (force)`);
    }
    await makeTemplate(admin, server, template, seed);
    return { template, passwords: await readOrMakeRolePasswords(server.roleDir) };
  });
}

async function findTemplate(admin: pg.Client, server: TestServer, template: string): Promise<Template | undefined> {
  const passwords = await findRolePasswords(server.roleDir);
  const isThere = (await databasesLike(admin, template)).length > 0;
  return passwords && isThere ? { template, passwords } : undefined;
}

async function whileLocked<T>(admin: pg.Client, how: 'shared' | 'alone', work: () => Promise<T>): Promise<T> {
  const suffix = how === 'shared' ? '_shared' : '';
  await admin.query(`select pg_advisory_lock${suffix}($1)`, [templateLock]);
  try {
    return await work();
  } finally {
    await admin.query(`select pg_advisory_unlock${suffix}($1)`, [templateLock]);
  }
}

async function makeTemplate(admin: pg.Client, server: TestServer, name: string, seed: boolean): Promise<void> {
  const draft = `${name}_draft`;
  await ensureOwnerRole(admin);
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft} owner ${ownerRole}`);
  const { url, roleDir } = server;
  await prepareDatabase({
    ownerUrl: withDatabase(url, draft),
    roleDir,
    seed,
    credentialsFile: join(roleDir, 'credentials.json'),
    onProgress: () => {},
  });
  await admin.query(`alter database ${draft} rename to ${name}`);
}

async function databasesLike(admin: pg.Client, pattern: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    'select datname as name from pg_database where datname like $1',
    [pattern],
  );
  return rows.map((row) => row.name);
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const admin = await connect(serverUrl);
  try {
    await admin.query(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end();
  }
}

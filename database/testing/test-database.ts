import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTestRunConfig } from '@octo/platform/testing/config.ts';
import type pg from 'pg';
import { connect } from '../owner-connection.ts';
import { prepareDatabase, type ServiceUrls, serviceUrlsOf } from '../prepare.ts';
import { findRolePasswords, type RolePasswords, readOrMakeRolePasswords } from '../role-passwords.ts';
import { ensureOwnerRole, ownerRole } from '../roles.ts';
import { withDatabase } from '../urls.ts';
import { databaseFingerprint } from './fingerprint.ts';

export interface TestDatabase extends AsyncDisposable {
  /** The superuser's sign-in to this database. */
  ownerUrl: string;
  urls: ServiceUrls;
  close(): Promise<void>;
}

const templateLock = 7_236_002;

/** A database of the caller's own: migrated, granted, and seeded if asked. It is a copy of a template made once per server. */
export async function createTestDatabase(options: { seed?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = testServerUrl();
  const admin = await connect(serverUrl);
  const name = `octo_test_${randomBytes(8).toString('hex')}`;
  try {
    const { template, passwords } = await ensureTemplate(admin, serverUrl, options.seed === true);
    await admin.query(`create database ${name} template ${template} owner ${ownerRole} strategy file_copy`);
    const ownerUrl = withDatabase(serverUrl, name);
    const close = () => dropDatabase(serverUrl, name);
    return { ownerUrl, urls: serviceUrlsOf(ownerUrl, passwords), close, [Symbol.asyncDispose]: close };
  } finally {
    await admin.end();
  }
}

/** The PostgreSQL the tests run against: a superuser's URL. */
export function testServerUrl(): string {
  const { databaseUrl: url } = readTestRunConfig();
  if (!url) throw new Error('TEST_DATABASE_URL is not set: `npm test` starts a PostgreSQL and sets it');
  return url;
}

/** Where the passwords of the test server's roles are kept, the same for every process that tests against it. */
export function testRoleDir(serverUrl: string): string {
  const { hostname, port } = new URL(serverUrl);
  return join(tmpdir(), `octo-test-roles-${process.getuid?.() ?? 0}-${hostname}-${port}`);
}

interface Template {
  template: string;
  passwords: RolePasswords;
}

async function ensureTemplate(admin: pg.Client, serverUrl: string, seed: boolean): Promise<Template> {
  const family = seed ? 'octo_template_seeded_' : 'octo_template_empty_';
  const template = `${family}${await databaseFingerprint()}`;
  const find = () => findTemplate(admin, serverUrl, template);
  const found = await whileLocked(admin, 'shared', find);
  if (found) return found;
  return whileLocked(admin, 'alone', async () => {
    const madeMeanwhile = await find();
    if (madeMeanwhile) return madeMeanwhile;
    for (const outdated of await databasesLike(admin, `${family}%`)) {
      await admin.query(`drop database if exists ${outdated} with (force)`);
    }
    await makeTemplate(admin, serverUrl, template, seed);
    return { template, passwords: await readOrMakeRolePasswords(testRoleDir(serverUrl)) };
  });
}

async function findTemplate(admin: pg.Client, serverUrl: string, template: string): Promise<Template | undefined> {
  const passwords = await findRolePasswords(testRoleDir(serverUrl));
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

async function makeTemplate(admin: pg.Client, serverUrl: string, name: string, seed: boolean): Promise<void> {
  const draft = `${name}_draft`;
  await ensureOwnerRole(admin);
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft} owner ${ownerRole}`);
  const roleDir = testRoleDir(serverUrl);
  await prepareDatabase({
    ownerUrl: withDatabase(serverUrl, draft),
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

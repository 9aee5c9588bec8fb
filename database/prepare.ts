import type pg from 'pg';
import { applyGrants } from './apply-grants.ts';
import { ensureExplainStatement } from './explain-statement.ts';
import { type LoginRole, serviceRoles } from './grants.ts';
import { migrate } from './migrate.ts';
import { connect, openAsOwner } from './owner-connection.ts';
import { ensureInsightRole, ensureStatistics } from './prepare-insight.ts';
import { migrationsInWords, seedInWords } from './prepared-in-words.ts';
import { type RolePasswords, readOrMakeRolePasswords } from './role-passwords.ts';
import { ensureLoginRoles, ensureMembership, ensureOwnerRole, ownerRole } from './roles.ts';
import { seedDatabase } from './seed/seed-database.ts';
import { actingAs, databaseOf, userOf, withDatabase, withLogin } from './urls.ts';

export interface PrepareInput {
  /** Who may make roles and tables. When it points at the maintenance database `postgres`, the database `octo` is made. */
  ownerUrl: string;
  /** Where the generated passwords of the service roles are kept. */
  roleDir: string;
  /** An existing sign-in for the services, which then act as their roles; without it each role signs in itself. */
  serviceUrl?: string;
  /** Told in a sentence what was changed; nothing when everything was there. */
  onProgress(line: string): void;
  seed?: boolean;
  /** Where the generated passwords of the demo people are written when the database is seeded. */
  credentialsFile: string;
}

export type ServiceUrls = Record<LoginRole, string>;

// Any number will do, as long as every release takes the same.
const prepareLock = 7_236_001;

/** Makes database, roles, schema, rights and first data, as far as they are missing. Safe to run at the same time. */
export async function prepareDatabase(input: PrepareInput): Promise<{ urls: ServiceUrls }> {
  const passwords = await prepareServer(input);
  const databaseUrl = databaseUrlOf(input.ownerUrl);
  await prepareSchema(databaseUrl, input);
  return { urls: serviceUrlsOf(databaseUrl, passwords, input.serviceUrl) };
}

async function prepareServer(input: PrepareInput): Promise<RolePasswords> {
  const client = await connect(input.ownerUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [prepareLock]);
    const passwords = await readOrMakeRolePasswords(input.roleDir);
    const member = input.serviceUrl && userOf(input.serviceUrl);
    const changed = await ensureLoginRoles(client, input.ownerUrl, passwords, serviceRoles);
    changed.push(...(await ensureInsightRole(client, input.ownerUrl, passwords, member)));
    if (changed.length > 0) {
      input.onProgress(
        `Gave ${changed.join(', ')} new passwords: another installation on this server can no longer sign in.`,
      );
    }
    if (member) await ensureMembership(client, member, serviceRoles);
    if (isMaintenance(input.ownerUrl)) await ensureDatabase(client);
    return passwords;
  } finally {
    await client.end();
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  await ensureOwnerRole(client);
  const { rowCount } = await client.query("select from pg_database where datname = 'octo'");
  if (!rowCount) await client.query(`create database octo owner ${ownerRole}`);
}

async function prepareSchema(databaseUrl: string, input: PrepareInput): Promise<void> {
  await using owner = await openAsOwner(databaseUrl);
  await owner.client.query('select pg_advisory_lock($1)', [prepareLock]);
  await ensureStatistics(owner.client);
  await actAsDatabaseOwner(owner.client);
  const done = migrationsInWords(await migrate(owner.schemaDb));
  if (await applyGrants(owner.client)) done.push('rights for each service');
  await ensureExplainStatement(owner.client);
  if (input.seed !== false) {
    const { credentialsFile } = input;
    done.push(...seedInWords(await seedDatabase(owner.db, { now: new Date(), credentialsFile })));
  }
  if (done.length > 0) input.onProgress(`Prepared the database: ${done.join(', ')}.`);
}

/** Whoever signs in, what is made belongs to the owner of the database. */
async function actAsDatabaseOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    `select pg_get_userbyid(datdba) as owner from pg_database
     where datname = current_database() and pg_has_role(datdba, 'set')`,
  );
  const owner = rows[0]?.owner;
  if (owner) await client.query(`set role ${client.escapeIdentifier(owner)}`);
}

/** A sign-in of their own for each role, unless the services were given another than the owner's. */
export function serviceUrlsOf(databaseUrl: string, passwords: RolePasswords, serviceUrl?: string): ServiceUrls {
  const isShared = serviceUrl !== undefined && userOf(serviceUrl) !== userOf(databaseUrl);
  const urlOf = (role: LoginRole) =>
    isShared ? actingAs(serviceUrl, role) : withLogin(serviceUrl ?? databaseUrl, role, passwords[role]);
  return {
    octo_shop: urlOf('octo_shop'),
    octo_crm: urlOf('octo_crm'),
    octo_gateway: urlOf('octo_gateway'),
    octo_query: urlOf('octo_query'),
    octo_insight: urlOf('octo_insight'),
  };
}

function isMaintenance(url: string): boolean {
  return databaseOf(url) === 'postgres';
}

function databaseUrlOf(ownerUrl: string): string {
  return isMaintenance(ownerUrl) ? withDatabase(ownerUrl, 'octo') : ownerUrl;
}

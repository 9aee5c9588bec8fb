import pg from 'pg';
import type { LoginRole } from './grants.ts';
import { connect } from './owner-connection.ts';
import type { RolePasswords } from './role-passwords.ts';
import { scramVerifier } from './scram-verifier.ts';
import { withLogin } from './urls.ts';

export const ownerRole = 'octo_owner';

/** Makes login roles, and gives them these passwords where they don't work yet. Returns those that had another one. */
export async function ensureLoginRoles(
  client: pg.Client,
  url: string,
  passwords: RolePasswords,
  roles: readonly LoginRole[],
): Promise<string[]> {
  const existing = await rolesAmong(client, roles);
  const usable = await Promise.all(
    roles.map(async (role) => existing.has(role) && (await canSignIn(withLogin(url, role, passwords[role])))),
  );
  for (const role of roles.filter((_, index) => !usable[index])) {
    const verb = existing.has(role) ? 'alter' : 'create';
    const verifier = client.escapeLiteral(scramVerifier(passwords[role]));
    await explained(client.query(`${verb} role ${role} login password ${verifier}`), `${verb} the role ${role}`);
  }
  return roles.filter((role, index) => existing.has(role) && !usable[index]);
}

/** The role that owns the database and everything in it. It cannot sign in: a superuser acts as it. */
export async function ensureOwnerRole(client: pg.Client): Promise<void> {
  const existing = await rolesAmong(client, [ownerRole]);
  if (!existing.has(ownerRole)) await client.query(`create role ${ownerRole} nologin`);
  await ensureMembership(client, 'current_user', [ownerRole]);
}

/** Lets an existing login act as each of the roles. `member` is a role name, or `current_user`. */
export async function ensureMembership(client: pg.Client, member: string, roles: readonly string[]): Promise<void> {
  const name = member === 'current_user' ? 'current_user' : client.escapeLiteral(member);
  const { rows } = await client.query<{ role: string }>(
    `select r as role from unnest($1::text[]) r where r <> ${name} and not pg_has_role(${name}, r, 'set')`,
    [roles],
  );
  const grantee = member === 'current_user' ? member : client.escapeIdentifier(member);
  if (rows.length > 0) await client.query(`grant ${rows.map(({ role }) => role).join(', ')} to ${grantee}`);
}

export async function rolesAmong(client: pg.Client, names: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1)',
    [names],
  );
  return new Set(rows.map((row) => row.name));
}

async function explained(work: Promise<unknown>, what: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    throw new Error(`The database owner may not ${what}. Give it CREATEROLE, and membership of the roles with ADMIN.`, {
      cause: error,
    });
  }
}

const refusals = ['28P01', '28000'];

async function canSignIn(url: string): Promise<boolean> {
  try {
    const probe = await connect(url);
    await probe.end();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code && refusals.includes(error.code)) return false;
    throw error;
  }
}

import pg from 'pg';
import { insightRole } from './grants.ts';
import type { RolePasswords } from './role-passwords.ts';
import { ensureLoginRoles, ensureMembership } from './roles.ts';

/**
 * Makes the role that watches the database, as far as who prepares it may. Nobody needs it to sell drones: on a server where
 * it cannot be made the platform starts all the same, and the observatory says what is missing.
 */
export async function ensureInsightRole(
  client: pg.Client,
  url: string,
  passwords: RolePasswords,
  member?: string,
): Promise<string[]> {
  const changed = await asFarAsAllowed(() => ensureLoginRoles(client, url, passwords, [insightRole]));
  if (member) await asFarAsAllowed(() => ensureMembership(client, member, [insightRole]));
  return changed ?? [];
}

/** What a superuser alone may give: the statistics of statements, and the right to read those of all sessions. */
export async function ensureStatistics(client: pg.Client): Promise<void> {
  await asFarAsAllowed(() => client.query('create extension if not exists pg_stat_statements'));
  const { rows } = await client.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()',
  );
  await asFarAsAllowed(() => ensureRole(client, insightRole, 'pg_monitor'));
  for (const { owner } of rows) await asFarAsAllowed(() => ensureRole(client, owner, 'pg_read_all_stats'));
}

async function ensureRole(client: pg.Client, member: string, role: string): Promise<void> {
  const { rows } = await client.query<{ has: boolean }>(`select pg_has_role($1, $2, 'usage') as has`, [member, role]);
  if (!rows[0]?.has) await client.query(`grant ${role} to ${client.escapeIdentifier(member)}`);
}

// Not allowed, not installed on this server, or for a role that could not be made.
const withheld = ['42501', '0A000', '58P01', '42704'];

async function asFarAsAllowed<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof Error && error.cause instanceof pg.DatabaseError ? error.cause : error;
    if (refusal instanceof pg.DatabaseError && withheld.includes(refusal.code ?? '')) return undefined;
    throw error;
  }
}

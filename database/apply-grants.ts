import type pg from 'pg';
import { grants, insightRole, type ServiceRole, sequenceUsers, serviceRoles, type TableGrant } from './grants.ts';
import { rolesAmong } from './roles.ts';

const heldSql = `
  select g.rolname || ' ' || lower(acl.privilege_type) || ' ' || held.name as privilege
  from (
    select t.relname as name, t.relacl as acl from pg_class t
      where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'v', 'S')
    union all
    select t.relname || '.' || a.attname, a.attacl from pg_class t join pg_attribute a on a.attrelid = t.oid
      where t.relnamespace = current_schema()::regnamespace and a.attacl is not null
  ) held cross join lateral aclexplode(held.acl) acl join pg_roles g on g.oid = acl.grantee
  where g.rolname = any($1)
  union all
  select 'public temporary' where has_database_privilege('public', current_database(), 'temporary')`;

/**
 * Makes the services' rights exactly those of `grants`, in one transaction, and leaves the insight none. Returns false when
 * they already are.
 */
export async function applyGrants(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ privilege: string }>(heldSql, [[...serviceRoles, insightRole]]);
  const held = new Set(rows.map((row) => row.privilege));
  const wanted = new Set(serviceRoles.flatMap(privilegesOf));
  if (held.size === wanted.size && [...held].every((privilege) => wanted.has(privilege))) return false;
  const roles = [...(await rolesAmong(client, [...serviceRoles, insightRole]))].join(', ');
  const { schema, database } = await current(client);
  await client.query(
    [
      'begin',
      `revoke temporary on database ${database} from public`,
      `grant usage on schema ${schema} to ${roles}`,
      `revoke all on all tables in schema ${schema} from ${roles}`,
      `revoke all on all sequences in schema ${schema} from ${roles}`,
      ...serviceRoles.flatMap((role) =>
        Object.entries(grants[role]).map(([table, grant]) => `grant ${clauses(grant)} on ${table} to ${role}`),
      ),
      `grant usage on sequence business_ids to ${sequenceUsers.join(', ')}`,
      'commit',
    ].join(';\n'),
  );
  return true;
}

/** Where we are, as names to write into a statement. */
async function current(client: pg.Client): Promise<{ schema: string; database: string }> {
  const { rows } = await client.query<{ schema: string; database: string }>(
    'select quote_ident(current_schema()) as schema, quote_ident(current_database()) as database',
  );
  return rows[0] ?? { schema: 'public', database: 'octo' };
}

/** Every single right of a role as `role verb table[.column]`. */
function privilegesOf(role: ServiceRole): string[] {
  const tables = Object.entries(grants[role]).flatMap(([table, grant]) =>
    Object.entries(grant).flatMap(([verb, columns]: [string, true | readonly string[]]) =>
      columns === true ? [`${role} ${verb} ${table}`] : columns.map((column) => `${role} ${verb} ${table}.${column}`),
    ),
  );
  return sequenceUsers.includes(role) ? [...tables, `${role} usage business_ids`] : tables;
}

function clauses(grant: TableGrant): string {
  return Object.entries(grant)
    .map(([verb, columns]: [string, true | readonly string[]]) =>
      columns === true ? verb : `${verb} (${columns.join(', ')})`,
    )
    .join(', ');
}

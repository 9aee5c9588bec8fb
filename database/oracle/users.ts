import { type LoginRole, loginRoles } from '../grants.ts';

/** Who is who in one installation: the user that each role of ours signs in as, and who owns the tables. */
export interface OracleUsers {
  owner: string;
  roles: Readonly<Record<LoginRole, string>>;
  /** Limits for all of them. */
  profile: string;
}

/** As `octo_shop` is for `octo`; another prefix makes another installation in the same database. */
export function oracleUsers(prefix = 'octo'): OracleUsers {
  if (!/^[a-z][a-z0-9_]{0,19}$/.test(prefix)) throw new Error(`"${prefix}" cannot begin the name of a user`);
  const named = (role: LoginRole) => role.replace(/^octo/, prefix);
  return {
    owner: `${prefix}_owner`,
    roles: {
      octo_shop: named('octo_shop'),
      octo_crm: named('octo_crm'),
      octo_gateway: named('octo_gateway'),
      octo_query: named('octo_query'),
      octo_insight: named('octo_insight'),
    },
    profile: `${prefix}_profile`,
  };
}

export function allUsers({ owner, roles }: OracleUsers): string[] {
  return [owner, ...loginRoles.map((role) => roles[role])];
}

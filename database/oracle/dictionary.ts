import { paddedSize } from '@octo/platform/database/placeholders.ts';
import { type Kysely, sql } from 'kysely';
import type { FoundInDatabase, LowGroupLimits } from './administration.ts';
import { oracleCode } from './oracle-code.ts';
import { planRights, type Right, wantedRights } from './rights.ts';
import { allUsers, type OracleUsers } from './users.ts';

interface DictionaryTables {
  dbaProfiles: { profile: string; resourceName: string; limit: string };
  dbaUsers: { username: string; profile: string };
  dbaSysPrivs: { grantee: string; privilege: string };
  dbaRolePrivs: { grantee: string; grantedRole: string };
  dbaTabPrivs: { grantee: string; owner: string; tableName: string; privilege: string };
  dbaTsQuotas: { username: string; tablespaceName: string; maxBytes: number };
  userTabPrivsMade: { grantee: string; tableName: string; privilege: string };
  userColPrivsMade: { grantee: string; tableName: string; columnName: string; privilege: string };
}
export type Dictionary = Kysely<DictionaryTables>;

/** As the dictionary writes them, in a list of a size that lists in statements have. */
function namesOf(users: OracleUsers, ...others: string[]): string[] {
  const names = [...allUsers(users).map((user) => user.toUpperCase()), ...others];
  return Array.from({ length: paddedSize(names.length) }, (_, index) => names[Math.min(index, names.length - 1)] ?? '');
}

export const selectProfileLimits = (db: Dictionary, { profile }: OracleUsers) =>
  db.selectFrom('dbaProfiles').select(['resourceName', 'limit']).where('profile', '=', profile.toUpperCase());

export const selectUsers = (db: Dictionary, users: OracleUsers) =>
  db.selectFrom('dbaUsers').select(['username', 'profile']).where('username', 'in', namesOf(users));

export const selectSystemRights = (db: Dictionary, users: OracleUsers) =>
  db.selectFrom('dbaSysPrivs').select(['grantee', 'privilege']).where('grantee', 'in', namesOf(users));

export const selectInsightRoles = (db: Dictionary, { roles }: OracleUsers) =>
  db.selectFrom('dbaRolePrivs').select('grantedRole').where('grantee', '=', roles.octo_insight.toUpperCase());

export const selectInsightRights = (db: Dictionary, { roles }: OracleUsers) =>
  db
    .selectFrom('dbaTabPrivs')
    .select(['owner', 'tableName', 'privilege'])
    .where('grantee', '=', roles.octo_insight.toUpperCase());

export const selectQuota = (db: Dictionary, { owner }: OracleUsers) =>
  db
    .selectFrom('dbaTsQuotas')
    .select('maxBytes')
    .where('username', '=', owner.toUpperCase())
    .where('tablespaceName', '=', 'DATA');

export const lowGroupRules = sql<LowGroupLimits>`select elapsed_time_limit as elapsed_seconds,
  io_megabytes_limit as io_megabytes from table(cs_resource_manager.list_current_rules()) where consumer_group = 'LOW'`;

/** A user stands among its tables there, too: each new one lets everybody's code run for it, which is no right on a table. */
export const selectTableRights = (db: Dictionary, users: OracleUsers) =>
  db
    .selectFrom('userTabPrivsMade')
    .select(['grantee', 'tableName', 'privilege'])
    .where('grantee', 'in', namesOf(users, 'PUBLIC'))
    .where('tableName', '<>', users.owner.toUpperCase());

export const selectColumnRights = (db: Dictionary, users: OracleUsers) =>
  db
    .selectFrom('userColPrivsMade')
    .select(['grantee', 'tableName', 'columnName', 'privilege'])
    .where('grantee', 'in', namesOf(users, 'PUBLIC'));

/** What is there of ours; asked as an administrator. */
export async function findInDatabase(db: Dictionary, users: OracleUsers): Promise<FoundInDatabase> {
  const limits = await selectProfileLimits(db, users).execute();
  const profiles = await selectUsers(db, users).execute();
  const system = await selectSystemRights(db, users).execute();
  const roles = await selectInsightRoles(db, users).execute();
  const objects = await selectInsightRights(db, users).execute();
  const quotas = await selectQuota(db, users).execute();
  return {
    profileLimits: new Map(limits.map(({ resourceName, limit }) => [lower(resourceName), lower(limit)])),
    profileOf: new Map(profiles.map(({ username, profile }) => [lower(username), lower(profile)])),
    rights: new Set([
      ...system.map(({ grantee, privilege }) => lower(`${grantee} ${privilege}`)),
      ...roles.map(({ grantedRole }) => lower(`${users.roles.octo_insight} ${grantedRole}`)),
      ...objects.map((right) =>
        lower(`${users.roles.octo_insight} ${right.privilege} on ${right.owner}.${right.tableName}`),
      ),
    ]),
    hasQuota: quotas.some(({ maxBytes }) => maxBytes === -1),
    lowGroup: await findLowGroup(db),
  };
}

// A database that is not autonomous has no such package, or an administrator who may not use it.
const noSuchPackage = ['ORA-00904', 'ORA-00942', 'ORA-01031', 'ORA-06550', 'ORA-06553'];

async function findLowGroup(db: Dictionary): Promise<LowGroupLimits | undefined> {
  try {
    const { rows } = await lowGroupRules.execute(db);
    return rows[0];
  } catch (error) {
    if (noSuchPackage.includes(oracleCode(error))) return undefined;
    throw error;
  }
}

/** The statements that make the rights on the tables of the owner, who asks, what they should be. */
export async function missingRights(db: Dictionary, users: OracleUsers): Promise<string[]> {
  return planRights(await heldRights(db, users), wantedRights(users), users.owner);
}

/** The rights that the owner has given to our users and to everybody. */
async function heldRights(db: Dictionary, users: OracleUsers): Promise<Right[]> {
  const tables = await selectTableRights(db, users).execute();
  const columns = await selectColumnRights(db, users).execute();
  return [
    ...tables.map(({ grantee, tableName, privilege }) => ({
      grantee: lower(grantee),
      thing: lower(tableName),
      verb: lower(privilege),
    })),
    ...columns.map(({ grantee, tableName, columnName, privilege }) => ({
      grantee: lower(grantee),
      thing: lower(tableName),
      verb: lower(privilege),
      column: lower(columnName),
    })),
  ];
}

function lower(text: string): string {
  return text.toLowerCase();
}

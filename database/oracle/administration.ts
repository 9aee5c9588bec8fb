import { neededGrants, widerRole } from '@octo/platform/database/insight/oracle/needed-grants.ts';
import { allUsers, type OracleUsers } from './users.ts';

/** What an administrator finds of ours in a database; all names in lower case. */
export interface FoundInDatabase {
  /** Limit by resource; empty where the profile is missing. */
  profileLimits: ReadonlyMap<string, string>;
  profileOf: ReadonlyMap<string, string>;
  /** `user right`, also for a role, and `user right on owner.thing`. */
  rights: ReadonlySet<string>;
  hasQuota: boolean;
  /** Of the consumer group LOW; undefined where the database has no such groups. */
  lowGroup: LowGroupLimits | undefined;
}

/** Zero, or null, is no limit. */
export interface LowGroupLimits {
  elapsedSeconds: number | null;
  ioMegabytes: number | null;
}

export const nothingFound: FoundInDatabase = {
  profileLimits: new Map(),
  profileOf: new Map(),
  rights: new Set(),
  hasQuota: false,
  lowGroup: { elapsedSeconds: 0, ioMegabytes: 0 },
};

export interface AdministratorStep {
  /** As it may be shown: a password stands as `<generated>`. */
  sql: string;
  /** Whose password it sets. */
  passwordOf?: string;
}

export interface StepGroup {
  title: string;
  why: string;
  steps: AdministratorStep[];
  /** What to do where an administrator may not do this; without it, nothing goes on. */
  instead?: string;
}

const profileLimits: Readonly<Record<string, string>> = {
  sessions_per_user: '100',
  failed_login_attempts: '20',
  password_lock_time: '1/24',
  password_life_time: 'unlimited',
  password_rollover_time: '1',
  idle_time: '60',
};
const lowGroup = { elapsedSeconds: 60, ioMegabytes: 20_000 };
const ownersRights = ['create table', 'create view', 'create sequence'];
/** What stands for a password wherever a statement is shown. */
export const shownPassword = '<generated>';

/** What is missing, in the order in which an administrator has to give it. `renewed` are the users who get another password. */
export function planAdministration(
  users: OracleUsers,
  found: FoundInDatabase,
  renewed: ReadonlySet<string> = new Set(),
): StepGroup[] {
  const groups = [
    profileGroup(users, found),
    userGroup(users, found, renewed),
    rightsGroup(users, found),
    insightGroup(users, found),
    lowGroupGroup(found),
  ];
  return groups.filter(({ steps }) => steps.length > 0);
}

function profileGroup({ profile }: OracleUsers, found: FoundInDatabase): StepGroup {
  const wrong = Object.entries(profileLimits).filter(
    ([name, limit]) => !isSameLimit(limit, found.profileLimits.get(name)),
  );
  const verb = found.profileLimits.size === 0 ? 'create' : 'alter';
  const limits = wrong.map(([name, limit]) => `${name} ${limit}`).join(' ');
  return {
    title: 'limits for our users',
    why: `Limits for each user of ours. A pool that grows wild ends at its own limit, not at that of the database. Who guesses a password
is locked out for an hour. Passwords do not run out over night; they are renewed with --rotate, and for a day after that the
old one still lets running services in. What a crashed host left behind is gone after an hour.`,
    steps: wrong.length > 0 ? [{ sql: `${verb} profile ${profile} limit ${limits}` }] : [],
  };
}

/** A fraction of a day is told as a decimal with four places. */
function isSameLimit(wanted: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const [whole = '', parts = '1'] = wanted.split('/');
  return wanted === found || Math.abs(Number(whole) / Number(parts) - Number(found)) < 0.001;
}

function userGroup(users: OracleUsers, found: FoundInDatabase, renewed: ReadonlySet<string>): StepGroup {
  return {
    title: 'users',
    why: `Who owns the tables, and a user for each service, for the query lab and for the insight. Services never learn the owner's
password. The passwords are made by this command and kept in its file, for its reader alone.`,
    steps: allUsers(users).flatMap((user): AdministratorStep[] => {
      const quota = user === users.owner ? ' quota unlimited on data' : '';
      const profile = found.profileOf.get(user);
      if (profile === undefined) {
        return [
          {
            sql: `create user ${user} identified by ${shownPassword} profile ${users.profile}${quota}`,
            passwordOf: user,
          },
        ];
      }
      return [
        ...(renewed.has(user)
          ? [{ sql: `alter user ${user} identified by ${shownPassword} account unlock`, passwordOf: user }]
          : []),
        ...(profile === users.profile ? [] : [{ sql: `alter user ${user} profile ${users.profile}` }]),
        ...(user === users.owner && !found.hasQuota ? [{ sql: `alter user ${user}${quota}` }] : []),
      ];
    }),
  };
}

function rightsGroup(users: OracleUsers, found: FoundInDatabase): StepGroup {
  const wanted = allUsers(users).map((user) => ({
    user,
    rights: ['create session', ...(user === users.owner ? ownersRights : [])],
  }));
  return {
    title: 'the right to sign in, and to own tables',
    why: 'Each may sign in; the owner may make what the migrations are made of, in its own schema. No roles, and no right of the kind ANY.',
    steps: wanted.flatMap(({ user, rights }) => {
      const lacking = rights.filter((right) => !found.rights.has(`${user} ${right}`));
      return lacking.length > 0 ? [{ sql: `grant ${lacking.join(', ')} to ${user}` }] : [];
    }),
  };
}

function insightGroup({ roles }: OracleUsers, found: FoundInDatabase): StepGroup {
  const user = roles.octo_insight;
  const hasWiderRole = found.rights.has(`${user} ${widerRole}`);
  return {
    title: 'what the insight may read',
    why: `What the database tells of its own work, and nothing else: sessions, statements, plans, sizes. The views are licensed with the
database itself; those of the Diagnostics Pack are not among them.`,
    instead: `Grant ${user} the role ${widerRole}, or leave the insight out.`,
    steps: neededGrants
      .filter(({ object }) => !hasWiderRole && !found.rights.has(`${user} select on ${object}`))
      .map(({ object }) => ({ sql: `grant select on ${object} to ${user}` })),
  };
}

/** The group belongs to the whole database: a limit that somebody has set there stays. Both are told, as one left out may be cleared. */
function lowGroupGroup({ lowGroup: held }: FoundInDatabase): StepGroup {
  const isLimited = Boolean(held?.elapsedSeconds && held.ioMegabytes);
  const elapsedSeconds = held?.elapsedSeconds || lowGroup.elapsedSeconds;
  const ioMegabytes = held?.ioMegabytes || lowGroup.ioMegabytes;
  return {
    title: 'limits for questions of people',
    why: `The last word on a query that the lab, or a question to Select AI, should not have asked: the database ends it. The limit holds
for whoever signs in by the _low service of this database; the services of the shop use _tp.`,
    instead: 'The lab keeps its own limits of time and rows.',
    steps:
      held === undefined || isLimited
        ? []
        : [
            {
              sql: `begin cs_resource_manager.update_plan_directive(consumer_group => 'LOW', io_megabytes_limit => ${ioMegabytes}, elapsed_time_limit => ${elapsedSeconds}); end;`,
            },
          ],
  };
}

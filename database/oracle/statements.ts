import { nothingFound, planAdministration, type StepGroup, shownPassword } from './administration.ts';
import { compileOnly } from './compile-only.ts';
import {
  type Dictionary,
  lowGroupRules,
  selectColumnRights,
  selectInsightRights,
  selectInsightRoles,
  selectProfileLimits,
  selectQuota,
  selectSystemRights,
  selectTableRights,
  selectUsers,
} from './dictionary.ts';
import {
  finishStep,
  insertApplied,
  insertLockRow,
  insertStep,
  lockMigrations,
  logTables,
  type MigrationDb,
  selectApplied,
  selectSteps,
} from './migration-log.ts';
import { dictionaryQueries } from './read-schema.ts';
import { planRights, wantedRights } from './rights.ts';
import { oracleUsers } from './users.ts';

/** Every text, beside the migrations themselves, that is sent to an Oracle when it is prepared or its schema is read. */
export function administrationTexts(): string[] {
  const users = oracleUsers();
  return [
    ...textsOf(planAdministration(users, nothingFound)),
    ...changesOfUsers(),
    ...planRights([], wantedRights(users), users.owner),
    ...planRights([{ grantee: users.roles.octo_query, verb: 'delete', thing: 'orders' }], [], users.owner),
    ...logTables,
    ...bookkeepingTexts(),
    ...questions(),
  ];
}

/** What is sent only where something is there already and is not as it should be. */
function changesOfUsers(): string[] {
  const users = oracleUsers();
  const profileOf = new Map([[users.owner, 'default']]);
  const profileLimits = new Map([['idle_time', 'default']]);
  const groups = planAdministration(users, { ...nothingFound, profileLimits, profileOf }, new Set([users.owner]));
  return textsOf(groups).filter((sql) => sql.startsWith('alter '));
}

function textsOf(groups: readonly StepGroup[]): string[] {
  return groups.flatMap(({ steps }) => steps.map(({ sql }) => sql.replace(shownPassword, 'Generated1Password')));
}

function bookkeepingTexts(): string[] {
  const db: MigrationDb = compileOnly();
  const step = { migration: '0001', step: 1, textHash: '0' };
  const now = new Date();
  return [
    insertLockRow(db),
    selectApplied(db),
    selectSteps(db, step.migration),
    insertStep(db, step, { begunAt: now, doneAt: null }),
    finishStep(db, step, now),
    insertApplied(db, step.migration, now),
  ]
    .map((query) => query.compile().sql)
    .concat(lockMigrations.compile(db).sql);
}

function questions(): string[] {
  const db: Dictionary = compileOnly();
  const users = oracleUsers();
  const asked = [
    selectProfileLimits(db, users),
    selectUsers(db, users),
    selectSystemRights(db, users),
    selectInsightRoles(db, users),
    selectInsightRights(db, users),
    selectQuota(db, users),
    selectTableRights(db, users),
    selectColumnRights(db, users),
  ];
  const raw = [lowGroupRules, ...Object.values(dictionaryQueries)];
  return [...asked.map((query) => query.compile().sql), ...raw.map((query) => query.compile(db).sql)];
}

import { column } from '@octo/platform/database/engines/oracle/testing/oracle-columns.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import type { RecordingClient } from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import type { Answer } from '@octo/platform/database/engines/oracle/testing/scripted-answers.ts';
import { emptySchema, type PlayedSchema, playSchema } from './played-schema.ts';

/** What a played database knows of users and rights, as its dictionary tells it: in upper case. */
export interface PlayedDatabase {
  schema: PlayedSchema;
  limits: Map<string, string>;
  profileOf: Map<string, string>;
  passwords: Map<string, string>;
  quotas: Set<string>;
  /** `GRANTEE PRIVILEGE`. */
  systemRights: Set<string>;
  /** `GRANTEE ROLE`. */
  roles: Set<string>;
  /** `GRANTEE PRIVILEGE OWNER.THING`, and `….COLUMN`. */
  rights: Set<string>;
  lowGroup: readonly [seconds: number, megabytes: number];
  hasFirstData: boolean;
  /** What administrators and owners have changed, in order, without their passwords. */
  changes: string[];
}

export function emptyDatabase(): PlayedDatabase {
  return {
    schema: emptySchema(),
    limits: new Map(),
    profileOf: new Map(),
    passwords: new Map(),
    quotas: new Set(),
    systemRights: new Set(),
    roles: new Set(),
    rights: new Set(),
    lowGroup: [0, 0],
    hasFirstData: false,
    changes: [],
  };
}

/** Plays a database to whoever prepares it: sign-ins with passwords, what users are made and granted, and what the dictionary says. */
export function playDatabase(database: PlayedDatabase): RecordingClient {
  const recording = playSchema(database.schema);
  recording.answer('connect', () => letIn(database, recording));
  recording.answer(/^select 1 as one from dual$/, rows([column.bareNumber('ONE')], [[1]]));
  for (const [begin, columns, list] of questions) {
    recording.answer(begin, (binds) =>
      rows(
        columns.map((name) => column.text(name)),
        list(database, binds.map(String)),
      ),
    );
  }
  recording.answer(/^select elapsed_time_limit/, () =>
    rows([column.bareNumber('ELAPSED_SECONDS'), column.bareNumber('IO_MEGABYTES')], [[...database.lowGroup]]),
  );
  recording.answer(/^select max_bytes/, (binds) =>
    rows([column.bareNumber('MAX_BYTES')], database.quotas.has(String(binds[0])) ? [[-1]] : []),
  );
  recording.answer(/^select version from catalog_version/, rows([column.number('VERSION', 19)], [[1]]));
  recording.answer(/^select id from \w+ fetch first/, () =>
    rows([column.number('ID', 19)], database.hasFirstData ? [[1]] : []),
  );
  recording.answer(/^(create profile|alter profile|create user|alter user|grant|revoke|begin) /, (_binds, sql) => {
    change(database, sql.toUpperCase(), sql);
    return { rowsAffected: 0 };
  });
  return recording;
}

const questions: readonly [RegExp, string[], (database: PlayedDatabase, binds: string[]) => string[][]][] = [
  [/ from dba_profiles /, ['RESOURCE_NAME', 'LIMIT'], ({ limits }) => [...limits]],
  [/ from dba_users /, ['USERNAME', 'PROFILE'], ({ profileOf }) => [...profileOf]],
  [
    / from dba_sys_privs /,
    ['GRANTEE', 'PRIVILEGE'],
    ({ systemRights }) => [...systemRights].map((right) => splitOnce(right, ' ')),
  ],
  [
    / from dba_role_privs /,
    ['GRANTED_ROLE'],
    ({ roles }, [grantee = '']) =>
      [...roles]
        .map((role) => splitOnce(role, ' '))
        .filter(([own]) => own === grantee)
        .map(([, role = '']) => [role]),
  ],
  [
    / from dba_tab_privs /,
    ['OWNER', 'TABLE_NAME', 'PRIVILEGE'],
    ({ rights }, [grantee]) =>
      wordsOf(rights)
        .filter(([own]) => own === grantee)
        .map(([, verb = '', thing = '']) => [...splitOnce(thing, '.'), verb]),
  ],
  [
    / from user_tab_privs_made /,
    ['GRANTEE', 'TABLE_NAME', 'PRIVILEGE'],
    ({ rights }, binds) =>
      [...ownersRights(rights, 2).map(tableRight), rightOnUser(binds[0])].filter(([, thing]) => thing !== binds.at(-1)),
  ],
  [
    / from user_col_privs_made /,
    ['GRANTEE', 'TABLE_NAME', 'COLUMN_NAME', 'PRIVILEGE'],
    ({ rights }) =>
      ownersRights(rights, 3).map(([grantee = '', verb = '', thing = '']) => [
        grantee,
        ...thing.split('.').slice(1),
        verb,
      ]),
  ],
];

/** What each new user gives to everybody, without being asked. */
function rightOnUser(user = ''): string[] {
  return ['PUBLIC', user, 'INHERIT PRIVILEGES'];
}

function tableRight([grantee = '', verb = '', thing = '']: string[]): string[] {
  return [grantee, thing.split('.')[1] ?? '', verb];
}

function ownersRights(rights: ReadonlySet<string>, parts: number): string[][] {
  return wordsOf(rights).filter(([, , thing = '']) => !thing.startsWith('SYS.') && thing.split('.').length === parts);
}

function wordsOf(rights: ReadonlySet<string>): string[][] {
  return [...rights].map((right) => right.split(' '));
}

/** The password of the pool that opens this session. */
function letIn({ passwords, systemRights }: PlayedDatabase, { calls }: RecordingClient): Answer {
  const pool = calls.findLast((call) => call.call === 'createPool');
  const { user = '', password } = pool?.call === 'createPool' ? pool.attributes : {};
  if (user === 'ADMIN') return { rowsAffected: 0 };
  const name = user.toUpperCase();
  if (passwords.get(name) !== password) return { error: oracleError('ORA-01017') };
  return systemRights.has(`${name} CREATE SESSION`) ? { rowsAffected: 0 } : { error: oracleError('ORA-01045') };
}

function change(database: PlayedDatabase, sql: string, asSent: string): void {
  const password = / identified by (\w+)/.exec(asSent)?.[1];
  database.changes.push(password === undefined ? asSent : asSent.replace(password, '…'));
  const [, user = ''] = /^(?:CREATE|ALTER) USER (\w+)/.exec(sql) ?? [];
  if (password !== undefined) database.passwords.set(user, password);
  const [, profile] = /^(?:CREATE|ALTER) USER .* PROFILE (\w+)/.exec(sql) ?? [];
  if (profile !== undefined) database.profileOf.set(user, profile);
  if (/ QUOTA UNLIMITED ON DATA$/.test(sql)) database.quotas.add(user);
  const [, limits = ''] = /^(?:CREATE|ALTER) PROFILE \w+ LIMIT (.*)$/.exec(sql) ?? [];
  for (const [, name = '', limit = ''] of limits.matchAll(/(\w+) (\S+)/g)) {
    database.limits.set(name, limit === '1/24' ? '.0416' : limit);
  }
  const [, megabytes, seconds] = /IO_MEGABYTES_LIMIT => (\d+), ELAPSED_TIME_LIMIT => (\d+)/.exec(sql) ?? [];
  if (seconds !== undefined) database.lowGroup = [Number(seconds), Number(megabytes)];
  changeRights(database, sql);
}

function changeRights({ systemRights, rights }: PlayedDatabase, sql: string): void {
  const [, verb, what = '', thing, grantee = ''] =
    /^(GRANT|REVOKE) (.*?)(?: ON (\S+))? (?:TO|FROM) (\w+)$/.exec(sql) ?? [];
  for (const [, right = '', columns] of what.matchAll(/([A-Z]+(?: [A-Z]+)?)(?: \((.*?)\))?/g)) {
    const things = columns === undefined ? [thing] : columns.split(', ').map((name) => `${thing}.${name}`);
    for (const each of things) {
      if (each === undefined) systemRights.add(`${grantee} ${right}`);
      else if (verb === 'GRANT') rights.add(`${grantee} ${right} ${each}`);
    }
    // As on a real one, the columns of a right go with it.
    if (verb === 'REVOKE') {
      for (const held of rights)
        if (held === `${grantee} ${right} ${thing}` || held.startsWith(`${grantee} ${right} ${thing}.`))
          rights.delete(held);
    }
  }
}

function rows(columns: readonly ReturnType<typeof column.text>[], list: readonly (readonly unknown[])[]): Answer {
  return { columns, rows: list };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

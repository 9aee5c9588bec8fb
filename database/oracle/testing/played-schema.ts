import type { OracleBind } from '@octo/platform/database/engines/oracle/oracle-client.ts';
import { column } from '@octo/platform/database/engines/oracle/testing/oracle-columns.ts';
import { oracleError } from '@octo/platform/database/engines/oracle/testing/oracle-error.ts';
import {
  createRecordingClient,
  type RecordingClient,
} from '@octo/platform/database/engines/oracle/testing/recording-client.ts';
import type { Answer } from '@octo/platform/database/engines/oracle/testing/scripted-answers.ts';

/** What a schema that is played has in it. It outlives the sessions, as a real one does. */
export interface PlayedSchema {
  /** What made something, in order; Oracle makes each thing once. */
  definitions: string[];
  rows: string[];
  applied: string[];
  steps: Map<string, { hash: string; isDone: boolean }>;
  hasLockRow: boolean;
}

/** Where the session is lost: on the way to the server, or on the way back, when the work is done. */
export interface Loss {
  trip: number;
  when: 'before' | 'after';
}

export function emptySchema(): PlayedSchema {
  return { definitions: [], rows: [], applied: [], steps: new Map(), hasLockRow: false };
}

/** Plays the part of a schema that migrations meet: it keeps what is committed, and refuses to make a thing twice. */
export function playSchema(schema: PlayedSchema, loss?: Loss): RecordingClient {
  const recording = createRecordingClient();
  let uncommitted: (() => void)[] = [];
  let trips = 0;
  const keep = (change: () => void) => {
    const call = recording.calls.findLast((each) => each.call === 'execute');
    if (call?.call === 'execute' && call.autoCommit) change();
    else uncommitted.push(change);
  };
  const serve = (sql: string, binds: readonly OracleBind[]): Answer => {
    if (sql === 'commit') for (const change of uncommitted) change();
    if (sql === 'commit' || sql === 'rollback') uncommitted = [];
    return parts.find(({ begin }) => sql.startsWith(begin))?.play(schema, binds.map(carriedBy), keep, sql) ?? nothing;
  };
  recording.answer(/^(?!createPool|closePool|connect$|getConnection)/, (binds, sql) => {
    trips += 1;
    if (trips !== loss?.trip) return serve(sql, binds);
    if (loss.when === 'after') serve(sql, binds);
    return { error: oracleError('NJS-500') };
  });
  return recording;
}

interface Part {
  begin: string;
  play(schema: PlayedSchema, binds: unknown[], keep: (change: () => void) => void, sql: string): Answer;
}

const nothing: Answer = { rowsAffected: 0 };
const oneRow: Answer = { rowsAffected: 1 };

const parts: readonly Part[] = [
  {
    begin: 'select id from schema_migrations_lock',
    play: () => ({ columns: [column.text('ID')], rows: [['migration_lock']] }),
  },
  {
    begin: 'select name from schema_migrations',
    play: ({ applied }) => ({ columns: [column.text('NAME')], rows: applied.map((name) => [name]) }),
  },
  { begin: 'select step, text_hash, done_at', play: ({ steps }, [migration]) => stepRows(steps, String(migration)) },
  { begin: 'create table if not exists schema_migration', play: () => nothing },
  {
    begin: 'insert into schema_migrations_lock',
    play: (schema) => {
      if (schema.hasLockRow) return { error: oracleError('ORA-00001') };
      schema.hasLockRow = true;
      return oneRow;
    },
  },
  {
    begin: 'insert into schema_migration_steps',
    play: ({ steps }, [migration, step, hash, , doneAt], keep) => {
      keep(() => steps.set(`${migration} ${step}`, { hash: String(hash), isDone: doneAt instanceof Date }));
      return oneRow;
    },
  },
  {
    begin: 'update schema_migration_steps',
    play: ({ steps }, [, migration, step], keep) => {
      keep(() => Object.assign(steps.get(`${migration} ${step}`) ?? {}, { isDone: true }));
      return oneRow;
    },
  },
  {
    begin: 'insert into schema_migrations ',
    play: ({ applied }, [name], keep) => {
      keep(() => applied.push(String(name)));
      return oneRow;
    },
  },
  {
    begin: 'insert ',
    play: ({ rows }, _binds, keep, sql) => {
      keep(() => rows.push(sql));
      return oneRow;
    },
  },
  { begin: '', play: ({ definitions }, _binds, _keep, sql) => (isEnd(sql) ? nothing : define(definitions, sql)) },
];

function isEnd(sql: string): boolean {
  return sql === 'commit' || sql === 'rollback';
}

/** What Oracle says to a thing that is made or taken away a second time. */
const refusals: readonly [begin: RegExp, code: string][] = [
  [/^create /, 'ORA-00955'],
  [/^alter table \w+ add \(/, 'ORA-01430'],
  [/^alter table \w+ add constraint /, 'ORA-02264'],
  [/^alter table \w+ drop constraint /, 'ORA-02443'],
];

function define(definitions: string[], sql: string): Answer {
  const refusal = refusals.find(([begin]) => begin.test(sql))?.[1];
  if (definitions.includes(sql) && refusal !== undefined) return { error: oracleError(refusal) };
  definitions.push(sql);
  return nothing;
}

function stepRows(steps: PlayedSchema['steps'], migration: string): Answer {
  const own = [...steps].filter(([key]) => key.startsWith(`${migration} `));
  return {
    columns: [column.number('STEP', 10), column.text('TEXT_HASH', 64), column.instant('DONE_AT')],
    rows: own.map(([key, { hash, isDone }]) => [Number(key.split(' ')[1]), hash, isDone ? new Date() : null]),
  };
}

/** What a bind carries. */
function carriedBy(bind: OracleBind): unknown {
  return typeof bind === 'object' && 'val' in bind ? bind.val : bind;
}

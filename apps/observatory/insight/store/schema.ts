import type { FileForm } from '../../store/file-form.ts';

/** Raise it with every change below: a file of another version is set aside. */
const schemaVersion = 1;

/** Steps of time are kept in two widths, in minutes. `at` is the minute since 1970 that a step begins with. */
export const minuteWide = 1;
export const hourWide = 60;

/** Stands for all statements of a minute that were not among its costliest. */
export const otherStatements = 0;

// What is missing is an empty text in activity_keys, so that equal keys are one row.
const schema = `
create table facts (
  name text primary key,
  value integer not null
) without rowid;
create table looks (
  second integer primary key,
  sessions integer not null
);
create table samples (
  id integer primary key,
  second integer not null,
  session_id text not null,
  key integer not null,
  trace_id text,
  parent_id text
);
create index samples_by_second on samples (second);
create table activity_keys (
  id integer primary key,
  wait_class text not null,
  event text not null,
  statement_id text not null,
  module text not null,
  action text not null,
  last_minute integer not null,
  unique (wait_class, event, statement_id, module, action)
);
create table steps (
  width integer not null,
  at integer not null,
  looks integer not null,
  is_rolled integer not null,
  counted integer not null,
  primary key (width, at)
) without rowid;
create table activity_steps (
  width integer not null,
  at integer not null,
  key integer not null,
  sessions integer not null,
  primary key (width, at, key)
) without rowid;
create table statements (
  id integer primary key autoincrement,
  statement_id text not null unique,
  sql_id text,
  text text not null,
  text_hash text not null,
  first_seen_ms integer not null,
  last_seen_ms integer not null,
  is_initial integer not null
);
create index statements_by_text on statements (text_hash);
create table statement_steps (
  width integer not null,
  at integer not null,
  statement integer not null,
  calls integer not null,
  elapsed_us integer not null,
  rows integer not null,
  blocks_read integer not null,
  blocks_hit integer not null,
  primary key (width, at, statement)
) without rowid;
create index statement_steps_by_statement on statement_steps (statement, width, at);
create table plan_runs (
  id integer primary key autoincrement,
  statement integer not null,
  plan_hash text not null,
  first_seen_ms integer not null,
  last_seen_ms integer not null
);
create index plan_runs_by_statement on plan_runs (statement, id);
`;

/** Beside the store of traces and never in it: neither takes the other's room. */
export const insightFile: FileForm = {
  title: 'What was kept of the database',
  fileName: 'insight.db',
  asidePrefix: 'insight-set-aside-',
  schema,
  schemaVersion,
};

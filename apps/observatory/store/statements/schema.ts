/** Callers and the slowest runs are kept by so many minutes. */
export const callerMinutes = 10;
/** Of each statement so many of its newest runs are kept. */
export const newestRuns = 5;

export const statementsSchema = `
create table statement_minutes (
  minute integer not null,
  sql_id text not null,
  bucket integer not null,
  calls integer not null,
  errors integer not null,
  rows integer not null,
  primary key (minute, sql_id, bucket)
) without rowid;
create table statement_callers (
  minute integer not null,
  sql_id text not null,
  service text not null,
  route text not null,
  verb text not null,
  calls integer not null,
  errors integer not null,
  elapsed_us integer not null,
  primary key (minute, sql_id, service, route, verb)
) without rowid;
create table statement_slowest (
  minute integer not null,
  sql_id text not null,
  trace_id text not null,
  span_id text not null,
  duration_ms real not null,
  end_us integer not null,
  primary key (minute, sql_id)
) without rowid;
create table statement_newest (
  sql_id text not null,
  place integer not null,
  trace_id text not null,
  span_id text not null,
  duration_ms real not null,
  end_us integer not null,
  primary key (sql_id, place)
) without rowid;
`;

import type { FileForm } from './open-file.ts';

/** Raise it with every change below: a store of another version is set aside, for telemetry is not worth a migration. */
const schemaVersion = 1;

/** Spans of a trace lie together: their ids are the id of the trace times this, and count up from there. */
export const spansPerTrace = 65_536;

/** Tokens of this many neighbouring traces lie together, so that new ones are written in one place. */
export const tracesPerBlock = 2048;

const schema = `
create table resources (
  id integer primary key,
  content text not null unique,
  service text not null,
  last_trace integer not null
);
create table traces (
  id integer primary key autoincrement,
  trace_id text not null unique,
  arrived_ms integer not null,
  start_us integer not null,
  start_rest integer not null,
  end_us integer not null,
  service text not null,
  name text not null,
  first_status integer not null,
  is_untrusted integer not null,
  next_span integer not null,
  span_count integer not null,
  error_count integer not null,
  longest_ms real not null,
  services text not null,
  names text not null
);
create index traces_by_start on traces (start_us, id);
create table spans (
  id integer primary key,
  span_id text not null,
  parent_id text,
  resource integer not null,
  is_untrusted integer not null,
  kind integer not null,
  status integer not null,
  start_us integer not null,
  start_rest integer not null,
  duration_ms real not null,
  name text not null,
  route text,
  content text not null
);
create table tokens (
  block integer not null,
  hash integer not null,
  trace integer not null,
  primary key (block, hash, trace)
) without rowid;
create table gone_traces (
  id integer primary key autoincrement,
  trace_id text not null
);
create index gone_traces_by_trace on gone_traces (trace_id);
create table request_minutes (
  minute integer not null,
  service text not null,
  name text not null,
  bucket integer not null,
  requests integer not null,
  errors integer not null,
  primary key (minute, service, name, bucket)
) without rowid;
create table service_minutes (
  minute integer not null,
  service text not null,
  spans integer not null,
  last_us integer not null,
  primary key (minute, service)
) without rowid;
create table logs (
  id integer primary key autoincrement,
  arrived_ms integer not null,
  time_us integer not null,
  time_rest integer not null,
  service text not null,
  severity text not null,
  body text not null,
  trace_id text,
  span_id text,
  attributes text not null
);
create index logs_by_trace on logs (trace_id, time_us, id) where trace_id is not null;
create table metric_series (
  id integer primary key autoincrement,
  series text not null unique,
  time_us integer not null,
  time_rest integer not null,
  content text not null
);
create index metric_series_by_time on metric_series (time_us);
`;

export const storeFile: FileForm = {
  title: 'The store',
  fileName: 'store.db',
  asidePrefix: 'set-aside-',
  schema,
  schemaVersion,
};

/** Spans of a trace lie together: their ids are the id of the trace times this, and count up from there. */
export const spansPerTrace = 65_536;

/** Tokens of this many neighbouring traces lie together, so that new ones are written in one place. */
export const tracesPerBlock = 2048;

export const tracesSchema = `
create table resources (
  id integer primary key,
  content text not null unique,
  service text not null,
  last_trace integer not null
);
create table span_sorts (
  id integer primary key,
  hash integer not null,
  content text not null,
  last_trace integer not null
);
create index span_sorts_by_hash on span_sorts (hash);
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
  next_span integer not null,
  span_count integer not null,
  error_count integer not null,
  longest_ms real not null,
  bytes integer not null,
  is_kept integer not null,
  services text not null,
  names text not null
);
create index traces_by_start on traces (start_us, id, span_count);
create table spans (
  id integer primary key,
  span_id blob not null,
  parent_id blob,
  resource integer not null,
  sort integer,
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
  trace_id text not null,
  reason integer not null
);
create index gone_traces_by_trace on gone_traces (trace_id);
`;

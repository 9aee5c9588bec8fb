export const alarmsSchema = `
create table alarm_states (
  rule text primary key,
  state text not null,
  since_ms integer not null,
  last_met_ms integer,
  checked_ms integer not null,
  value real,
  readings text not null,
  trace_id text,
  acknowledged text,
  silence text
) without rowid;
create table alarm_events (
  id integer primary key autoincrement,
  rule text not null,
  at_ms integer not null,
  kind text not null,
  value real,
  trace_id text,
  detail text not null
);
create index alarm_events_by_rule on alarm_events (rule, id);
create table alarm_values (
  rule text not null,
  at_ms integer not null,
  value real not null,
  primary key (rule, at_ms)
) without rowid;
`;

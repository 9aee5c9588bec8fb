const historyTable = (name: string) => `create table ${name} (
  series integer not null,
  at integer not null,
  n integer not null,
  total real not null,
  low real,
  high real,
  last real,
  buckets text,
  primary key (series, at)
) without rowid;`;

export const metricsSchema = `
create table metric_names (
  id integer primary key,
  name text not null,
  kind text not null,
  unit text not null,
  description text not null,
  heard_ms integer not null,
  unique (name, kind)
);
create table metric_series (
  id integer primary key,
  metric integer not null,
  service text not null,
  instance text not null,
  attributes text not null,
  heard_ms integer not null,
  unique (metric, service, instance, attributes)
);
create table metric_latest (
  series integer not null,
  instance text not null,
  time_us integer not null,
  time_rest integer not null,
  content text not null,
  primary key (series, instance)
) without rowid;
${historyTable('metric_steps')}
${historyTable('metric_minutes')}
create table metric_heard (
  service text not null,
  minute integer not null,
  primary key (service, minute)
) without rowid;
create table metric_exemplars (
  series integer not null,
  minute integer not null,
  size integer not null,
  time_ms integer not null,
  value real not null,
  trace_id text not null,
  span_id text not null,
  primary key (series, minute, size)
) without rowid;
`;

/** Ids of lines are in the order of time: a millisecond has room for so many. What it has more of goes into the next. */
export const linesPerMs = 2048;

/**
 * The words and fields of a line are found in an index of their own, which keeps no text and no positions: 100 bytes for a
 * usual line, where positions would take a tenth more. What stands in which order is looked up in the line.
 */
export const logsSchema = `
create table log_kinds (
  id integer primary key,
  service text not null,
  instance text not null,
  severity text not null,
  level integer not null,
  event text not null,
  route text not null,
  code text not null,
  unique (service, instance, severity, event, route, code)
);
create table logs (
  id integer primary key,
  kind integer not null,
  bytes integer not null,
  time_us integer not null,
  time_rest integer not null,
  trace_id text,
  span_id text,
  body text not null,
  attributes text not null
);
create virtual table log_words using fts5(words, content = '', contentless_delete = 1, detail = none);
create table log_minutes (
  minute integer not null,
  kind integer not null,
  lines integer not null,
  bytes integer not null,
  primary key (minute, kind)
) without rowid;
create table log_room (
  is_loud integer primary key,
  lines integer not null,
  bytes integer not null
);
insert into log_room values (0, 0, 0), (1, 0, 0);
`;

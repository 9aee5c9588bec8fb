/** What browsers said lies apart from what our services said: it fills only its own part of the room. */
export const browserSchema = `
create table browser_sessions (
  id integer primary key autoincrement,
  session_id text not null unique,
  app text not null,
  release text not null,
  is_phone integer not null,
  first_page text not null,
  started_us integer not null,
  last_us integer not null,
  views integer not null,
  interactions integer not null,
  errors integer not null
);
create index browser_sessions_by_last on browser_sessions (last_us, id);
create table browser_spans (
  id integer primary key autoincrement,
  trace_id text not null,
  span_id text not null,
  parent_id text,
  session_id text not null,
  activity text not null,
  page text not null,
  start_us integer not null,
  start_rest integer not null,
  duration_ms real not null,
  kind integer not null,
  status integer not null,
  name text not null,
  attributes text not null,
  resource text not null,
  unique (trace_id, span_id)
);
create index browser_spans_by_session on browser_spans (session_id, start_us, id);
create table browser_events (
  id integer primary key autoincrement,
  session_id text not null,
  time_us integer not null,
  name text not null,
  page text not null,
  trace_id text,
  span_id text,
  error integer,
  attributes text not null
);
create index browser_events_by_session on browser_events (session_id, time_us, id);
create index browser_events_by_error on browser_events (error, id) where error is not null;
create table browser_errors (
  id integer primary key autoincrement,
  fingerprint text not null unique,
  app text not null,
  type text not null,
  message text not null,
  file text not null,
  line integer not null,
  column_number integer not null,
  stack text not null,
  release text not null,
  first_us integer not null,
  last_us integer not null,
  times integer not null,
  last_session text,
  last_trace text
);
create index browser_errors_by_last on browser_errors (last_us, id);
create table browser_minutes (
  minute integer not null,
  app text not null,
  page text not null,
  release text not null,
  views integer not null,
  errors integer not null,
  primary key (minute, app, page, release)
) without rowid;
create table browser_vitals (
  minute integer not null,
  app text not null,
  page text not null,
  release text not null,
  vital text not null,
  rating integer not null,
  bucket integer not null,
  times integer not null,
  primary key (minute, app, page, release, vital, rating, bucket)
) without rowid;
`;

const requests = 'requests integer not null, errors integer not null';

/**
 * Of requests by workflow, for the last hours in steps of ten seconds, for days by minute: few rows, and those of one workflow lie
 * together, so that days are read in milliseconds.
 */
const workflowTable = (table: string) => `
create table ${table} (
  service text not null,
  workflow text not null,
  kind text not null,
  at integer not null,
  level integer not null,
  ${requests},
  primary key (service, workflow, kind, at, level)
) without rowid;`;

export const ratesSchema = `
create table request_minutes (
  minute integer not null,
  service text not null,
  name text not null,
  workflow text not null,
  bucket integer not null,
  ${requests},
  primary key (minute, service, name, workflow, bucket)
) without rowid;
${workflowTable('workflow_steps')}
${workflowTable('workflow_minutes')}
create table service_minutes (
  minute integer not null,
  service text not null,
  spans integer not null,
  last_us integer not null,
  primary key (minute, service)
) without rowid;
create table services_heard (
  service text primary key,
  last_ms integer not null
) without rowid;
`;

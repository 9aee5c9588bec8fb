import { onOracle, own, standard, type TelemetryName } from './name.ts';

/** What tells of statements. */
export const databaseNames: readonly TelemetryName[] = [
  standard('db.system.name', 'SQL span', '`postgresql` or `oracle.db`'),
  standard('db.namespace', 'SQL span', 'Name of the database'),
  standard('db.operation.name', ['SQL span', 'metric'], 'First word of the statement'),
  standard('db.collection.name', ['SQL span', 'metric'], 'Its table: the first outside its parentheses'),
  standard('db.query.text', 'SQL span', 'The statement as sent; values are parameters and never part of it'),
  standard('db.response.returned_rows', 'SQL span', 'Rows read or changed'),
  standard('db.response.status_code', 'SQL span', 'Error code of the database'),
  own('octo.query', ['SQL span', 'log line'], 'Name of the query in the sources: `<domain>.<function>`'),
  own('octo.sql_id', ['SQL span', 'log line'], 'Id of the text, made as Oracle makes its SQL_ID'),
  own('octo.db.backend_pid', ['SQL span', 'log line'], 'Process id of the database session; PostgreSQL only'),
  own(
    'octo.db.connection_wait_ms',
    'SQL span',
    'How long the caller waited for the session; on its first statement, and only where it had to wait',
  ),
  onOracle('oracledb.sql_id', 'SQL span', 'SQL_ID of the statement, as V$SQL has it'),
  onOracle('DbOracleSqlId', 'SQL span', 'The same under the name by which Oracle APM leads to Performance Hub'),
  onOracle('DbStatement', 'SQL span', 'db.query.text under the name that Oracle APM looks for'),
];

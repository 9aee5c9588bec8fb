import { attributeNames as names } from './attributes.ts';
import { bounded, free, numberOf, onOracle, own, proposed, standard, type TelemetryName, wholeById } from './name.ts';

/** What tells of statements. */
export const databaseNames: readonly TelemetryName[] = [
  standard(names.databaseSystem, 'SQL span', '`postgresql` or `oracle.db`'),
  standard(names.database, 'SQL span', 'Name of the database'),
  standard(names.operation, ['SQL span', 'metric'], 'First word of the statement'),
  standard(names.table, ['SQL span', 'metric'], 'Its table: the first outside its parentheses', bounded),
  standard(names.statement, 'SQL span', 'The statement as sent; values are parameters and never part of it', bounded),
  proposed(names.rows, 'SQL span', 'Rows read or changed', numberOf('{row}')),
  standard(names.databaseError, 'SQL span', 'Error code of the database', bounded),
  own(names.query, ['SQL span', 'log line'], 'Name of the query in the sources: `<domain>.<function>`', bounded),
  own(names.sqlId, ['SQL span', 'log line'], 'Id of the text, made as Oracle makes its SQL_ID', bounded),
  own(names.backendPid, ['SQL span', 'log line'], 'Process id of the database session; PostgreSQL only', wholeById),
  own(
    names.connectionWaitMs,
    'SQL span',
    'How long the caller waited for the session; on its first statement, and only where it had to wait',
    { ...free, type: 'number', unit: 'ms' },
  ),
  onOracle('oracledb.sql_id', 'SQL span', 'SQL_ID of the statement, as V$SQL has it', bounded),
  onOracle(
    'DbOracleSqlId',
    'SQL span',
    'The same under the name by which Oracle APM leads to Performance Hub',
    bounded,
  ),
  onOracle('DbStatement', 'SQL span', 'db.query.text under the name that Oracle APM looks for', bounded),
];

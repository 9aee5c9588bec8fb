import { toBind, toOutBind } from './binds.ts';
import type { OracleClient, OracleColumn, OracleConnection, OracleResult } from './oracle-client.ts';
import { type OutBind, outBindsOf } from './out-bind.ts';
import { namesOf, toRows } from './rows.ts';
import { type Fetches, fetchesOf } from './type-parsers.ts';

export interface StatementResult<R> {
  rows: R[];
  rowCount: number;
}

export interface StatementText {
  sql: string;
  parameters: readonly unknown[];
  /** Outside of a transaction a statement commits itself in the same call. */
  autoCommit: boolean;
}

/** A page and the row that tells of the next come with the answer to the statement; longer results in further calls of this size. */
const rowsPerCall = 200;

/** Runs statements of one pool in any of its sessions. */
export interface StatementRunner {
  run<R>(connection: OracleConnection, text: StatementText): Promise<StatementResult<R>>;
}

export function createStatementRunner(client: OracleClient): StatementRunner {
  const fetchTypeHandler = fetchesOf(client);
  const options = { prefetchRows: rowsPerCall + 1, fetchArraySize: rowsPerCall, fetchTypeHandler };
  const describe = rememberDescriptions();
  return {
    run: async <R>(connection: OracleConnection, { sql, parameters, autoCommit }: StatementText) => {
      const outBinds = outBindsOf(parameters);
      const [first] = outBinds;
      if (!first) {
        const binds = parameters.map((value) => toBind(client, value));
        return readResult<R>(await connection.execute(sql, binds, { ...options, autoCommit }));
      }
      const columns = await describe(connection, first.describedBy);
      const values = parameters.slice(0, -outBinds.length).map((value) => toBind(client, value));
      const places = outBinds.map((bind) => toOutBind(client, bind, columns));
      const result = await connection.execute(sql, [...values, ...places], { ...options, autoCommit });
      return readReturned<R>(result, outBinds, columns, fetchTypeHandler);
    },
  };
}

function readResult<R>({ rows = [], metaData, rowsAffected }: OracleResult): StatementResult<R> {
  return { rows: metaData ? toRows<R>(namesOf(metaData), rows) : [], rowCount: rowsAffected ?? rows.length };
}

/** One list of values per column → rows, each value read as if it had been selected. */
function readReturned<R>(
  { outBinds: lists = [], rowsAffected }: OracleResult,
  binds: readonly OutBind[],
  columns: readonly OracleColumn[],
  fetches: Fetches,
): StatementResult<R> {
  const read = columns.map((column) => fetches(column)?.converter ?? ((value: unknown) => value));
  const values = (lists[0] ?? []).map((_, row) => lists.map((list, index) => read[index]?.(list[row] ?? null)));
  const names = binds.map(({ name }) => name);
  return { rows: toRows<R>(names, values), rowCount: rowsAffected ?? values.length };
}

/** The columns of a query, asked of the server once. */
function rememberDescriptions() {
  const known = new Map<string, readonly OracleColumn[]>();
  return async (connection: OracleConnection, query: string): Promise<readonly OracleColumn[]> => {
    const columns = known.get(query) ?? (await connection.getStatementInfo(query)).metaData ?? [];
    known.set(query, columns);
    return columns;
  };
}

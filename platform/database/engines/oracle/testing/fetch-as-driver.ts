import oracledb from 'oracledb';
import type { OracleColumn, OracleExecuteOptions } from '../oracle-client.ts';

/** Values of a script, as the driver would hand them over: it asks the handler about each column, as the real one does. */
export function fetchAsDriver(
  columns: readonly OracleColumn[],
  rows: readonly (readonly unknown[])[],
  { fetchTypeHandler }: OracleExecuteOptions,
): unknown[][] {
  const fetches = columns.map((column) => ({ column, fetch: fetchTypeHandler(column) }));
  return rows.map((row) =>
    fetches.map(({ column, fetch }, index) => {
      const value = asFetched(column, row[index] ?? null, fetch?.type === oracledb.DB_TYPE_VARCHAR);
      return fetch?.converter ? fetch.converter(value) : value;
    }),
  );
}

function asFetched({ name, dbType }: OracleColumn, value: unknown, isText: boolean): unknown {
  if (value === null) return null;
  if (dbType === oracledb.DB_TYPE_NUMBER) return isText ? oracleNumberText(String(value)) : Number(value);
  if (dbType === oracledb.DB_TYPE_CLOB && !isText)
    throw new Error(`${name} would be a stream: fetch a CLOB as VARCHAR`);
  if (value instanceof Date && isText) return value.toString();
  return value;
}

/** A NUMBER keeps no zeros at its ends: 95.50 is 95.5, and 0.5 is .5. */
function oracleNumberText(text: string): string {
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return plain.replace(/^(-?)0\./, '$1.');
}

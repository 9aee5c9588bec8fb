import type { OracleBind, OracleClient, OracleColumn } from './oracle-client.ts';
import type { OutBind } from './out-bind.ts';
import { refuse } from './refuse.ts';

type Bindable = string | number | bigint | boolean | Date | Uint8Array | null;

/**
 * A value as the driver takes it. Instants keep their zone, which a plain Date would lose; null has the type of text, which any
 * column takes.
 */
export function toBind(client: OracleClient, given: unknown): OracleBind {
  const value = bindable(given);
  if (value === null) return { type: client.DB_TYPE_VARCHAR, val: null };
  if (value instanceof Date) return { type: client.DB_TYPE_TIMESTAMP_TZ, val: value };
  // The driver takes other bytes than a Buffer for a vector.
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

/** Refuses what would not arrive as it was sent: nothing at all, and the empty text, which Oracle reads as null. */
export function bindable(value: unknown): Bindable {
  if (value === null || value instanceof Date || value instanceof Uint8Array) return value;
  if (value === '') refuse("'' as a value", 'it means null there; pass null or nothing');
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
  }
  return refuse(`a value of type ${typeof value}`, 'bind text, a finite number, a boolean, an instant, bytes or null');
}

/** Where `RETURNING … INTO` leaves the values of a column; its type and size are those of the column. */
export function toOutBind(
  client: OracleClient,
  { name, position }: OutBind,
  columns: readonly OracleColumn[],
): OracleBind {
  const column = columns[position];
  if (!column?.dbType) throw new Error(`the server does not describe the column ${name}`);
  // A CLOB comes back as a stream; as text it has the room that PL/SQL gives one.
  if (column.dbType === client.DB_TYPE_CLOB) return refuse(`the long text ${name} in RETURNING`, 'read the row again');
  const { dbType: type, byteSize } = column;
  return { dir: client.BIND_OUT, type, ...(byteSize === undefined ? {} : { maxSize: byteSize }) };
}

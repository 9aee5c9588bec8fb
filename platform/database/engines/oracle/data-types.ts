import { refuse } from './refuse.ts';

// VARCHAR2 holds 4000 bytes unless the database was extended; longer text is a CLOB.
const longestVarchar = 4000;

const plainTypes: Readonly<Record<string, string>> = {
  bigint: 'number(19)',
  boolean: 'boolean',
  bytea: 'blob',
  date: 'date',
  'double precision': 'binary_double',
  integer: 'number(10)',
  json: 'json',
  jsonb: 'json',
  numeric: 'number',
  decimal: 'number',
  real: 'binary_float',
  smallint: 'number(5)',
  text: 'clob',
  timestamp: 'timestamp',
  timestamptz: 'timestamp with time zone',
  'timestamp with time zone': 'timestamp with time zone',
};

/** Translates the column type names that migrations and casts use; throws for one that has no counterpart. */
export function oracleDataType(type: string): string {
  const name = type.trim().toLowerCase().replace(/\s+/g, ' ');
  return plainTypes[name] ?? sizedType(name) ?? refuse(`the data type ${type}`, 'see the table in data-types.ts');
}

function sizedType(name: string): string | undefined {
  const [, base, size, scale] = /^(\w+) ?\((\d+)(?:, ?(\d+))?\)$/.exec(name) ?? [];
  if (base === 'numeric' || base === 'decimal') return scale ? `number(${size},${scale})` : `number(${size})`;
  if (scale !== undefined) return undefined;
  if (base === 'varchar' && Number(size) <= longestVarchar) return `varchar2(${size} char)`;
  if (base === 'char') return `char(${size} char)`;
  if (base === 'timestamptz') return `timestamp(${size}) with time zone`;
  if (base === 'timestamp') return `timestamp(${size})`;
  return undefined;
}

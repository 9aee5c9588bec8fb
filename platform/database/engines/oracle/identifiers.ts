import { refuse } from './refuse.ts';

// V$RESERVED_WORDS where RESERVED = 'Y', plus the pseudo-columns that no column may be named after.
const reservedWords = new Set(
  `access add all alter and any as asc audit between by char check cluster column column_value comment compress connect
  create current date decimal default delete desc distinct drop else exclusive exists file float for from grant group
  having identified immediate in increment index initial insert integer intersect into is level like lock long
  maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number of offline on online
  option or order pctfree prior public raw rename resource revoke row rowid rownum rows select session set share size
  smallint start successful synonym sysdate table then to trigger uid union unique update user validate values varchar
  varchar2 view whenever where with`.split(/\s+/),
);

// PostgreSQL cuts longer names silently, Oracle would take 128 bytes.
const longestBytes = 63;

/** The name as it stands in Oracle text, never quoted; throws when only quoting could save it. */
export function oracleIdentifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) refuse(`the identifier ${JSON.stringify(name)}`, 'use unquoted snake_case');
  if (name.length > longestBytes) refuse(`the identifier ${name}`, `keep it within ${longestBytes} bytes`);
  if (reservedWords.has(name)) refuse(`the reserved word ${name} as an identifier`, 'choose another name');
  return name;
}

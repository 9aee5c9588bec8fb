import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Row } from '../rows.ts';

export interface TableForm {
  readonly table: string;
  readonly columns: readonly string[];
  /** Its primary key, in its order. */
  readonly key: readonly string[];
  /** The key begins with a number, so that one can look beyond what cannot be read. */
  readonly isNumbered: boolean;
  /** Whether a row can be what was written: damage does not always show as such. */
  isSound(row: Row): boolean;
}

const jsonColumns: ReadonlySet<string> = new Set([
  'acknowledged',
  'attributes',
  'content',
  'detail',
  'readings',
  'services',
  'silence',
]);

/** What a table looks like in a file that is whole. */
export function tableForm(db: DatabaseSync, table: string): TableForm {
  const columns = db.prepare('select name, type, "notnull" as required, pk from pragma_table_info(?)').all(table);
  const key = columns.filter(({ pk }) => Number(pk) > 0).sort((one, other) => Number(one.pk) - Number(other.pk));
  const checks = columns.map(({ name, type, required }) => ({
    name: String(name),
    isRight: checkOf(String(name), String(type).toLowerCase()),
    isRequired: required === 1,
  }));
  return {
    table,
    columns: checks.map(({ name }) => name),
    key: key.map(({ name }) => String(name)),
    isNumbered: String(key[0]?.type).toLowerCase() === 'integer',
    isSound: (row) =>
      checks.every(({ name, isRight, isRequired }) => {
        const value = row[name] ?? null;
        return value === null ? !isRequired : isRight(value);
      }),
  };
}

function checkOf(name: string, type: string): (value: SQLOutputValue) => boolean {
  if (type === 'integer') return Number.isSafeInteger;
  if (type === 'real') return (value) => typeof value === 'number';
  if (type === 'blob') return (value) => value instanceof Uint8Array;
  if (jsonColumns.has(name)) return (value) => typeof value === 'string' && isJson(value);
  // A page of zeros looks like this.
  return (value) => typeof value === 'string' && !value.includes('\0');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

import type { QueryArrayResult } from 'pg';

const camelNames = new Map<string, string>();

/** Column values in order → objects keyed in camelCase: the one place where database names become ours. */
export function toRows<R>(result: QueryArrayResult<unknown[]>): R[] {
  const keys = result.fields.map((field) => camelCase(field.name));
  return asRows<R>(result.rows.map((values) => toRow(keys, values)));
}

function toRow(keys: string[], values: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < keys.length; i += 1) row[keys[i] ?? i] = values[i];
  return row;
}

export function camelCase(column: string): string {
  let name = camelNames.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(column, name);
  }
  return name;
}

/** The query builder typed the columns that were selected; the driver cannot know them. */
function asRows<R>(rows: Record<string, unknown>[]): R[] {
  return rows as R[];
}

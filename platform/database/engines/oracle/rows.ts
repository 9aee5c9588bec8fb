import { camelCase } from '../camel-case.ts';
import type { OracleColumn } from './oracle-client.ts';

/** Lists of values → objects keyed in camelCase. Names that nobody quoted come in upper case. */
export function toRows<R>(names: readonly string[], values: readonly (readonly unknown[])[]): R[] {
  const keys = names.map((name) => camelCase(name.toLowerCase()));
  return asRows<R>(values.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null]))));
}

export function namesOf(columns: readonly OracleColumn[]): string[] {
  return columns.map(({ name }) => name);
}

/** The query builder typed the columns that were selected; the driver cannot know them. */
function asRows<R>(rows: Record<string, unknown>[]): R[] {
  return rows as R[];
}

import type { CustomTypesConfig, FieldDef } from 'pg';
import { camelCase } from '../camel-case.ts';

/** How the values of one kind of row are read: the names and the parsers of its columns, in order. */
export interface Columns {
  readonly keys: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
}

/** A row as the server sends it: one text per column. */
export type RawRow = readonly (string | null)[];

export function columnsOf(fields: readonly FieldDef[], types: CustomTypesConfig): Columns {
  return {
    keys: fields.map((field) => camelCase(field.name)),
    parsers: fields.map((field) => types.getTypeParser(field.dataTypeID, 'text')),
  };
}

/** Texts in order → objects keyed in camelCase. */
export function toRows<R>(columns: Columns, raw: readonly RawRow[]): R[] {
  return asRows<R>(raw.map((values) => toRow(columns, values)));
}

function toRow({ keys, parsers }: Columns, values: RawRow): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < keys.length; i += 1) {
    const value = values[i];
    row[keys[i] ?? i] = value === null || value === undefined ? null : parsers[i]?.(value);
  }
  return row;
}

/** The query builder typed the columns that were selected; the driver cannot know them. */
function asRows<R>(rows: Record<string, unknown>[]): R[] {
  return rows as R[];
}

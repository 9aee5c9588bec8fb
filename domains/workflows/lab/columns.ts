import { centsFromDecimal, dollarsFromCents } from '@octo/platform/money/cents.ts';

/** What a column holds, which decides how it goes into JSON. */
export type ColumnKind = 'text' | 'number' | 'money' | 'instant';

/** The columns of a query in their order, by the names that the database has for them. */
export type ColumnKinds = Readonly<Record<string, ColumnKind>>;

type JsonValue = string | number | null;

/** The rows of a query as they cross a wire: the same on either engine. */
export function toJsonRows(columns: ColumnKinds, rows: readonly object[]): Record<string, JsonValue>[] {
  return rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return Object.fromEntries(
      Object.entries(columns).map(([name, kind]) => [name, toJson(kind, values.get(camelCase(name)))]),
    );
  });
}

function toJson(kind: ColumnKind, value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (kind === 'number') return Number(value);
  if (kind === 'money') return dollarsFromCents(centsFromDecimal(String(value)));
  if (kind === 'instant' && value instanceof Date) return value.toISOString();
  return String(value);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

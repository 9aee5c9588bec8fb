interface DiffRow {
  field: string;
  /** Undefined where there was nothing. */
  before: string | undefined;
  after: string | undefined;
}

/** Two recorded values side by side, field by field, in words. */
export function diffRows(before: unknown, after: unknown): DiffRow[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields.map((field) => ({ field, before: wordsFor(old[field]), after: wordsFor(now[field]) }));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : { value };
}

function wordsFor(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

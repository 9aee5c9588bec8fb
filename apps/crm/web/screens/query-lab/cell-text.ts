import { formatLocalInstant } from '@octo/ui/format.ts';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value of the database as somebody reads it. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return numbers.format(value);
  if (typeof value === 'string') return instant.test(value) ? formatLocalInstant(value) : value;
  return JSON.stringify(value);
}

/** Whether a column holds numbers, and at least one. */
export function isNumeric(values: readonly unknown[]): boolean {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length > 0 && known.every((value) => typeof value === 'number');
}

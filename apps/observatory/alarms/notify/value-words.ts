import type { AlarmUnit } from '../alarm-rule.ts';

/** A value of an alarm for a person. */
export function valueWords(value: number | null, unit: AlarmUnit): string {
  if (value === null) return 'unknown';
  if (unit === 'percent') return `${Number((value * 100).toPrecision(3))} %`;
  if (unit === 'count') return String(Number(value.toFixed(1)));
  const figure = Number(value.toPrecision(3));
  return unit === 'ms' || unit === 's' ? `${figure} ${unit}` : String(figure);
}

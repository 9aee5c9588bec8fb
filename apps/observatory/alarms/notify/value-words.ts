import type { AlarmUnit } from '../alarm-rule.ts';

/** A value of an alarm for a person. */
export function valueWords(value: number | null, unit: AlarmUnit, noun?: string): string {
  if (value === null) return 'unknown';
  if (unit === 'percent') return `${Number((value * 100).toPrecision(3))} %`;
  if (unit === 'count') return countWords(value, noun);
  const figure = Number(value.toPrecision(3));
  return unit === 'ms' || unit === 's' ? `${figure} ${unit}` : String(figure);
}

function countWords(value: number, noun: string | undefined): string {
  const figure = Number(Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
  return noun === undefined ? String(figure) : `${figure} ${figure === 1 ? noun : `${noun}s`}`;
}

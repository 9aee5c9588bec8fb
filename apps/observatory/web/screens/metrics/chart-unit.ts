import type { ChartUnit } from '../../charts/chart.ts';

/** What a value in a UCUM unit is drawn as. What stands in braces is a word for people and no unit. */
export function chartUnit(unit: string): ChartUnit {
  const known: Readonly<Record<string, ChartUnit>> = {
    s: 's',
    ms: 'ms',
    By: 'bytes',
    '1': 'none',
    '': 'none',
    'By/s': 'bytes',
    's/s': 'percent',
    '{USD}': 'money',
    USD: 'money',
  };
  return known[unit] ?? (unit.endsWith('/s') ? 'perSecond' : 'count');
}

/** The word for what is counted, for a title: `order` of `{order}/s`. */
export function unitWord(unit: string): string {
  const word = /^\{(.+)\}/.exec(unit)?.[1] ?? '';
  if (unit === 's/s') return 'share of one processor';
  return unit.endsWith('/s') ? `${word || unit.slice(0, -2)} per second` : word;
}

import type { Comparison, Controlled } from './compare.ts';
import type { Summary } from './cost.ts';
import type { Spread } from './statistics.ts';

export interface Target {
  must: number;
  want: number;
}

/** The figure of a row that is judged. */
export interface Figure {
  value: number;
  unit: '×' | 's' | 'ms' | 'MB' | 'B' | '/s';
  /** Holds the true value with 95 % certainty, where it was measured more than once. */
  interval?: Pick<Spread, 'low' | 'high'>;
  /** The same of two that are alike: what noise makes of 1. */
  control?: Spread;
  /** Absent where nothing is aimed at. */
  target?: Target;
  isMoreBetter?: boolean;
}

/** One line of the result. */
export interface Row {
  what: string;
  figure?: Figure;
  ours?: Summary;
  floor?: Summary;
  /** Proportional set size of the processes that did the work. */
  megabytes?: number;
  note?: string;
}

type Measure = 'cpu' | 'throughput' | 'latency';

/** A ratio to a floor, with the two beside it. */
export function ratioRow(what: string, measure: Measure, result: Comparison | Controlled, target?: Target): Row {
  const { median: value, ...interval } = result[measure];
  const control = 'control' in result ? { control: result.control[measure] } : {};
  const isMoreBetter = measure === 'throughput';
  const figure = { value, interval, unit: '×', isMoreBetter, ...control, ...(target ? { target } : {}) } as const;
  return { what, figure, ours: result.ours, floor: result.floor };
}

export function verdict({ value, target, isMoreBetter }: Figure): 'want' | 'must' | 'missed' | '' {
  if (!target) return '';
  const reaches = (aim: number) => (isMoreBetter ? value >= aim : value <= aim);
  if (reaches(target.want)) return 'want';
  return reaches(target.must) ? 'must' : 'missed';
}

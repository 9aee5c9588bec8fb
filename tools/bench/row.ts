import type { Spread } from './compare.ts';

/** One line of the result. */
export interface Row {
  what: string;
  measured: number;
  /** Quartiles of the measured figure over the rounds. */
  range?: Pick<Spread, 'low' | 'high'>;
  unit: '×' | 's' | 'MB';
  /** Absent where nothing is aimed at. */
  target?: { must: number; want: number };
  /** Whether a smaller figure is the better one. */
  isLessBetter: boolean;
  note: string;
}

function verdict({ measured, target, isLessBetter }: Row): 'want' | 'must' | 'missed' | '' {
  if (!target) return '';
  const reaches = (target: number) => (isLessBetter ? measured <= target : measured >= target);
  if (reaches(target.want)) return 'want';
  return reaches(target.must) ? 'must' : 'missed';
}

/** The table that is printed, and kept in docs/performance.md by hand. */
export function resultTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const sign = row.isLessBetter ? '≤' : '≥';
    const range = row.range ? ` (${figure(row.range.low)}–${figure(row.range.high)})` : '';
    const targets = row.target ? [row.target.must, row.target.want].map((one) => `${sign} ${figure(one)}`) : ['', ''];
    return [row.what, `${figure(row.measured)} ${row.unit}${range}`, ...targets, verdict(row), row.note];
  });
  const head = ['What', 'Measured', 'Must', 'Want', 'Reached', 'Beside it'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

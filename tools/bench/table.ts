import type { Summary } from './cost.ts';
import { type Figure, type Row, verdict } from './row.ts';

const columns: Readonly<Record<string, (row: Row) => string>> = {
  What: ({ what }) => what,
  Measured: ({ figure }) => (figure ? `${text(figure.value)} ${figure.unit}${interval(figure.interval)}` : ''),
  Control: ({ figure }) => (figure?.control ? `${text(figure.control.median)}${interval(figure.control)}` : ''),
  Must: ({ figure }) => aim(figure, 'must'),
  Want: ({ figure }) => aim(figure, 'want'),
  Reached: ({ figure }) => (figure ? verdict(figure) : ''),
  'Requests/s': ({ ours }) => text(ours?.requestsPerSecond),
  'p50 ms': ({ ours }) => text(ours?.p50Ms),
  'p95 ms': ({ ours }) => text(ours?.p95Ms),
  'p99 ms': ({ ours }) => text(ours?.p99Ms),
  'CPU µs': ({ ours }) => text(ours?.cpuMicrosPerRequest),
  MB: ({ megabytes }) => text(megabytes),
  Floor: ({ floor }) => (floor ? besides(floor) : ''),
  Note: ({ note = '' }) => note,
};

/** The rows as a table in Markdown. What was not measured stays empty. */
export function resultTable(rows: readonly Row[]): string {
  const heads = Object.keys(columns);
  const lines = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function besides({ cpuMicrosPerRequest, requestsPerSecond }: Summary): string {
  return `${text(cpuMicrosPerRequest)} µs, ${text(requestsPerSecond)}/s`;
}

function interval(range: Figure['interval']): string {
  return range && Number.isFinite(range.low) ? ` (${text(range.low)}–${text(range.high)})` : '';
}

function aim(figure: Figure | undefined, level: 'must' | 'want'): string {
  return figure?.target ? `${figure.isMoreBetter ? '≥' : '≤'} ${text(figure.target[level])}` : '';
}

function text(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

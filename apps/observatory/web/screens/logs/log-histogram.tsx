import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { isoOf } from '../../parts/nano.ts';

interface LogHistogramProps {
  summary: LogSummary;
  onSelect(fromMs: number, toMs: number): void;
}

const kinds = [
  { key: 'errors', title: 'Errors', tone: 'bad' },
  { key: 'warnings', title: 'Warnings', tone: 'warn' },
  { key: 'others', title: 'Others', tone: 'quiet' },
] as const;

/** How many lines there were over time; a part of it is chosen by drawing over it. */
export function LogHistogram({ summary, onSelect }: LogHistogramProps) {
  const { steps, fromUnixNano, toUnixNano } = summary;
  const series = kinds.map(({ key, title, tone }) => ({
    key,
    title,
    tone,
    points: steps.map((step) => ({ atMs: Date.parse(isoOf(step.startTimeUnixNano)), value: step[key] })),
    total: steps.reduce((sum, step) => sum + step[key], 0),
  }));
  return (
    <TimeChart
      title={`Lines per ${stepWords(summary.stepMs)}`}
      unit="count"
      kind="bars"
      height={140}
      series={series}
      from={Date.parse(isoOf(fromUnixNano))}
      to={Date.parse(isoOf(toUnixNano))}
      onSelect={onSelect}
    />
  );
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

function stepWords(stepMs: number): string {
  const [unit, ms] = units.find(([, ms]) => stepMs >= ms) ?? ['second', 1000];
  const count = stepMs / ms;
  return count === 1 ? unit : `${count} ${unit}s`;
}

import type { ChartSeries } from '../charts/chart.ts';

/** What sessions do or wait for, in the order in which they are stacked. Each keeps its colour everywhere. */
const waitClasses: readonly Omit<ChartSeries, 'points'>[] = [
  { key: 'CPU', title: 'At work', colour: 3 },
  { key: 'IO', title: 'Reading and writing', colour: 1 },
  { key: 'Commit', title: 'Commit', colour: 4 },
  { key: 'Lock', title: 'Locks', colour: 2 },
  { key: 'Concurrency', title: 'Inner locks', colour: 6 },
  { key: 'Network', title: 'Network', colour: 5 },
  { key: 'Configuration', title: 'Settings', tone: 'info' },
  { key: 'Other', title: 'Other waits', tone: 'quiet' },
];

/** A wait class in words. */
export function waitTitle(waitClass: string): string {
  return waitClasses.find(({ key }) => key === waitClass)?.title ?? waitClass;
}

interface ActivityStep {
  readonly at: string;
  readonly samples: number;
  readonly byWaitClass: Readonly<Record<string, number>>;
}

/** Average active sessions by wait class, those that occurred alone; a step in which nobody looked is a gap. */
export function activitySeries(steps: readonly ActivityStep[]): ChartSeries[] {
  return waitClasses
    .filter(({ key }) => steps.some(({ byWaitClass }) => (byWaitClass[key] ?? 0) > 0))
    .map((series) => ({
      ...series,
      points: steps.map(({ at, samples, byWaitClass }) => ({
        atMs: Date.parse(at),
        value: samples === 0 ? null : (byWaitClass[series.key] ?? 0),
      })),
    }));
}

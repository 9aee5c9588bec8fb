import type { ChartSeries } from '../charts/chart.ts';

/** What sessions do or wait for, in the order in which they are stacked. Each keeps its colour everywhere. */
export const waitClasses: readonly (Pick<ChartSeries, 'key' | 'title' | 'colour' | 'tone'> & { meaning: string })[] = [
  { key: 'CPU', title: 'At work', colour: 3, meaning: 'on the processor, or ready to be' },
  { key: 'IO', title: 'Reading and writing', colour: 1, meaning: 'files are read or written' },
  { key: 'Commit', title: 'Commit', colour: 4, meaning: 'the log has to reach the disk' },
  { key: 'Lock', title: 'Locks', colour: 2, meaning: 'somebody else holds a row or a table' },
  { key: 'Concurrency', title: 'Inner locks', colour: 6, meaning: 'the database guards its own memory' },
  { key: 'Network', title: 'Network', colour: 5, meaning: 'the caller has to send or to read' },
  { key: 'Configuration', title: 'Settings', tone: 'info', meaning: 'a setting is too small' },
  { key: 'Other', title: 'Other waits', tone: 'quiet', meaning: 'anything else' },
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
    .map(({ meaning: _, ...series }) => ({
      ...series,
      points: steps.map(({ at, samples, byWaitClass }) => ({
        atMs: Date.parse(at),
        value: samples === 0 ? null : (byWaitClass[series.key] ?? 0),
      })),
    }));
}

import type { AlarmReading } from '../store/alarms/alarm-records.ts';
import type { MetricQuestion } from '../store/alarms/read-metric-windows.ts';
import type { DurationLevel } from '../store/rates/duration-levels.ts';
import type { RequestSums, WorkflowSelection } from '../store/rates/read-workflows.ts';

export type OwnFigure = 'lost' | 'store_share';

/** What conditions are judged by. Undefined is nothing to go by. */
export interface Readings {
  readonly nowMs: number;
  /** Before that this process could hear nothing: it was not there, or asleep. */
  readonly listeningSinceMs: number;
  /** A time of a rule as it is meant here: a class lets everything go faster. */
  paced(ms: number): number;
  requests(selection: WorkflowSelection, windowMs: number, withinMs?: DurationLevel): RequestSums;
  metric(question: MetricQuestion, windowMs: number): number | undefined;
  /** When something of a service came last; undefined for one that was never heard of. */
  heardMs(service: string): number | undefined;
  lockWaits(windowMs: number): number | undefined;
  regressions(windowMs: number): number | undefined;
  /** What three of four page views stayed within, in milliseconds, when there were so many at least. */
  vital(name: 'LCP' | 'INP', windowMs: number, leastViews: number): number | undefined;
  own(figure: OwnFigure, windowMs: number): number | undefined;
}

/** What came of looking at a condition. */
export interface Verdict {
  /** `no_data` has nothing to go by, `unknown` not yet: what was so before goes on. */
  readonly outcome: 'met' | 'unmet' | 'no_data' | 'unknown';
  readonly value: number | null;
  /** What the value was made of, where that is more than itself. */
  readonly readings: readonly AlarmReading[];
}

/** A value that may be there, against what it must not exceed. */
export function verdictOf(value: number | undefined, above: number): Verdict {
  if (value === undefined) return { outcome: 'no_data', value: null, readings: [] };
  return { outcome: value > above ? 'met' : 'unmet', value, readings: [] };
}

import type { DurationLevel } from '../store/rates/duration-levels.ts';
import type { WorkflowSelection } from '../store/rates/read-workflows.ts';

/** Requests of a workflow: that they don't fail, or that those which don't fail are quick. */
export interface RequestObjective extends WorkflowSelection {
  readonly kind: 'requests';
  /** Undefined asks only that they don't fail. A decline, such as a card that was refused, is no failure. */
  readonly withinMs?: DurationLevel;
}

/** Values of a counter, some of which are bad. */
export interface CounterObjective {
  readonly kind: 'counter';
  readonly service: string;
  readonly metric: string;
  readonly attribute: string;
  readonly bad: readonly string[];
}

/** Durations of a histogram that stay within a bound of its buckets. */
export interface DistributionObjective {
  readonly kind: 'distribution';
  readonly service: string;
  readonly metric: string;
  readonly within: number;
}

/** What is promised of a workflow, and how it is measured. */
export interface Slo {
  readonly id: string;
  readonly title: string;
  readonly workflow: string;
  readonly service: string;
  readonly measures: 'availability' | 'latency';
  /** The share that is to be good, */
  readonly objective: number;
  /** and what that is, in words that go on after it: `of requests do not fail`. */
  readonly promise: string;
  readonly windowDays: number;
  readonly source: RequestObjective | CounterObjective | DistributionObjective;
}

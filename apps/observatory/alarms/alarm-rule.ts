import type { Slo } from '../slos/slo.ts';
import type { MetricQuestion } from '../store/alarms/read-metric-windows.ts';
import type { WatchedSpan } from '../store/rates/watched-spans.ts';
import type { BurnWindows } from './burn-windows.ts';
import type { OwnFigure } from './readings.ts';

/** What the value of an alarm is; a percent is a share between 0 and 1. */
export type AlarmUnit = 'ms' | 's' | 'percent' | 'count' | 'none';

/** The budget of an objective burns too fast, over both times of one of these pairs. */
export interface BurnCondition {
  readonly kind: 'burn';
  readonly slo: Slo;
  readonly windows: readonly BurnWindows[];
}

/** A metric came to more than so much in a time. */
export interface MetricCondition {
  readonly kind: 'metric';
  readonly question: MetricQuestion;
  readonly windowMs: number;
  readonly above: number;
  /** Of a distribution, so many have to have been measured: a percentile of two values says nothing. */
  readonly leastEvents?: number;
}

/** Of two metrics, the one is more than a share of both, when both together are so many at least. */
export interface RatioCondition {
  readonly kind: 'ratio';
  /** What both count, to begin with. */
  readonly counts: string;
  readonly bad: MetricQuestion;
  readonly good: MetricQuestion;
  readonly windowMs: number;
  readonly above: number;
  readonly leastEvents: number;
}

/** A service that was heard of says nothing any more, by no signal. */
export interface AbsentCondition {
  readonly kind: 'absent';
  readonly service: string;
  readonly silentMs: number;
}

/** On average so many sessions of the database waited for another one's lock. */
export interface LockCondition {
  readonly kind: 'locks';
  readonly windowMs: number;
  readonly above: number;
}

/** Statements of the database became slower. */
export interface RegressionCondition {
  readonly kind: 'regression';
  readonly windowMs: number;
  readonly above: number;
}

/** Something was done so often, by all services together. */
export interface SpanCondition {
  readonly kind: 'spans';
  readonly name: WatchedSpan;
  readonly windowMs: number;
  readonly above: number;
}

/** On three of four pages people had to wait longer than that. What a browser says may be made up, so this alone judges it. */
export interface VitalCondition {
  readonly kind: 'vital';
  readonly vital: 'LCP' | 'INP';
  readonly windowMs: number;
  readonly above: number;
  readonly leastViews: number;
}

/** What the observatory knows of itself. */
export interface OwnCondition {
  readonly kind: 'own';
  readonly figure: OwnFigure;
  readonly windowMs: number;
  readonly above: number;
}

export type Condition =
  | BurnCondition
  | MetricCondition
  | RatioCondition
  | AbsentCondition
  | LockCondition
  | RegressionCondition
  | SpanCondition
  | VitalCondition
  | OwnCondition;

/** When somebody should know, and what to tell them. */
export interface AlarmRule {
  readonly id: string;
  readonly title: string;
  /** Somebody has to come now; it can wait for the morning; it is good to know. */
  readonly severity: 'page' | 'ticket' | 'notice';
  /** The service or the part that it is about. */
  readonly subject: string;
  readonly meaning: string;
  readonly advice: string;
  /** Heading of docs/runbook.md, as its address has it. */
  readonly runbook: string;
  /** The page of the observatory that shows it. */
  readonly page: string;
  readonly unit: AlarmUnit;
  /** What a value of the unit `count` counts: one of them. */
  readonly noun?: string;
  /** What the value is, in words. */
  readonly value: string;
  readonly condition: Condition;
  /** So long the condition has to hold before it fires. */
  readonly forMs: number;
  /** Which traces are examples of it: those of the first kind that there are. */
  readonly traces?: readonly TraceExample[];
}

export interface TraceExample {
  readonly service?: string;
  readonly status?: 'error';
  readonly minDurationMs?: number;
  /** An attribute as name=value, or part of the name of a span. */
  readonly q?: string;
}

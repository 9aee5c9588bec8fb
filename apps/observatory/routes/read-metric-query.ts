import {
  anyValue,
  type MetricAggregation,
  type MetricHistoryKind,
  metricAggregations,
} from '@octo/contracts/observatory-metric-kinds.ts';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { Span } from '../store/metrics/amounts.ts';
import { attributeOf, type KeptSeries } from '../store/metrics/read-series.ts';
import { msOfNano } from '../store/nano.ts';
import { stepMs as finestMs, keepStepsMs, minuteMs } from '../store/rates/spans-of-time.ts';

const usualMs = 15 * minuteMs;
const usualSteps = 120;
const mostSteps = 1500;
const mostGroupings = 2;
const longestMs = 8 * 86_400_000;
/** Round lengths of a step, in seconds. */
const roundSeconds = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

export interface AskedSpan {
  fromUnixNano?: string;
  toUnixNano?: string;
  stepSeconds?: number;
}

export interface Steps extends Span {
  readonly stepMs: number;
}

/** The time that is asked for in equal steps; without one the last minutes. It begins and ends with whole steps. */
export function readSteps({ fromUnixNano, toUnixNano, stepSeconds }: AskedSpan, nowMs: number): Steps {
  const to = toUnixNano === undefined ? nowMs : msOfNano(toUnixNano);
  const from = fromUnixNano === undefined ? to - usualMs : msOfNano(fromUnixNano);
  if (from >= to)
    throw faultyField('Invalid', 'metrics.span_invalid', 'fromUnixNano', 'It has to begin before it ends.');
  const longest = `At most ${longestMs / 86_400_000} days can be asked for at once.`;
  if (to - from > longestMs) throw faultyField('Invalid', 'metrics.span_invalid', 'fromUnixNano', longest);
  // Less a minute, as it begins with a whole step: none of them may be shorter than what it is made of.
  const coarsest = from < nowMs - keepStepsMs + minuteMs ? minuteMs : finestMs;
  const stepMs = stepSeconds === undefined ? fittingStep(to - from, coarsest) : wholeStep(stepSeconds * 1000, coarsest);
  const span = { fromMs: Math.floor(from / stepMs) * stepMs, toMs: Math.ceil(to / stepMs) * stepMs };
  const tooMany = `Ask for at most ${mostSteps} steps at once, or for longer ones.`;
  if ((span.toMs - span.fromMs) / stepMs > mostSteps)
    throw faultyField('Invalid', 'metrics.too_many_steps', 'stepSeconds', tooMany);
  return { ...span, stepMs };
}

function fittingStep(ms: number, coarsest: number): number {
  const found = roundSeconds.find((seconds) => seconds * 1000 >= coarsest && ms / (seconds * 1000) <= usualSteps);
  return (found ?? 86_400) * 1000;
}

function wholeStep(ms: number, coarsest: number): number {
  return Math.ceil(ms / coarsest) * coarsest;
}

/** Fails on one that says nothing about such a metric. */
export function readAggregation(asked: MetricAggregation | undefined, kind: MetricHistoryKind): MetricAggregation {
  const possible: readonly MetricAggregation[] = metricAggregations[kind];
  const [usual = 'sum'] = possible;
  if (asked === undefined) return usual;
  if (possible.includes(asked)) return asked;
  const message = `Of a ${kind} there is ${possible.join(', ')}.`;
  throw faultyField('Invalid', 'metrics.aggregation_invalid', 'aggregation', message);
}

export function readGroupBy(text: string | undefined): string[] {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  if (names.length <= mostGroupings && new Set(names).size === names.length) return names;
  throw faultyField(
    'Invalid',
    'metrics.group_by_invalid',
    'groupBy',
    'Group by at most two attributes, each of them once.',
  );
}

/** The series for which all of it is so; of an attribute that is named more than once, one of its values. */
export function matching(series: readonly KeptSeries[], where: string | undefined): KeptSeries[] {
  const asked = Map.groupBy(new URLSearchParams(where ?? ''), ([name]) => name);
  return series.filter((one) =>
    [...asked].every(([name, pairs]) => pairs.some(([, value]) => fits(attributeOf(one, name), value))),
  );
}

function fits(value: string, asked: string): boolean {
  return asked === anyValue ? value !== '' : value === asked;
}

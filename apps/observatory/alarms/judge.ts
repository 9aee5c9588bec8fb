import { workflowOfSpan } from '../store/rates/watched-spans.ts';
import { watchedServices } from '../watched-services.ts';
import type { Condition, LockCondition, MetricCondition, SpanCondition } from './alarm-rule.ts';
import { judgeAbsent } from './conditions/judge-absent.ts';
import { judgeBurn } from './conditions/judge-burn.ts';
import { judgeRatio } from './conditions/judge-ratio.ts';
import { type Readings, type Verdict, verdictOf } from './readings.ts';

/** Whether a condition holds now. */
export function judge(condition: Condition, readings: Readings): Verdict {
  switch (condition.kind) {
    case 'burn':
      return judgeBurn(condition, readings);
    case 'metric':
      return judgeMetric(condition, readings);
    case 'ratio':
      return judgeRatio(condition, readings);
    case 'absent':
      return judgeAbsent(condition, readings);
    case 'locks':
      return judgeLocks(condition, readings);
    case 'regression':
      return verdictOf(readings.regressions(condition.windowMs), condition.above);
    case 'spans':
      return judgeSpans(condition, readings);
    case 'vital':
      return verdictOf(readings.vital(condition.vital, condition.windowMs, condition.leastViews), condition.above);
    case 'own':
      return verdictOf(readings.own(condition.figure, condition.windowMs), condition.above);
  }
}

function judgeMetric({ question, windowMs, above, leastEvents = 0 }: MetricCondition, readings: Readings): Verdict {
  const verdict = verdictOf(readings.metric(question, windowMs), above);
  if (verdict.outcome !== 'met' || leastEvents === 0) return verdict;
  const events = readings.metric({ ...question, take: 'increase' }, windowMs) ?? 0;
  return {
    ...verdict,
    outcome: events >= leastEvents ? 'met' : 'unmet',
    readings: [{ title: 'Values measured', value: events }],
  };
}

function judgeLocks({ windowMs, above }: LockCondition, readings: Readings): Verdict {
  const verdict = verdictOf(readings.lockWaits(windowMs), above);
  // Who has just begun to look at sessions cannot tell yet.
  const isNew = readings.nowMs - readings.listeningSinceMs <= readings.paced(windowMs);
  return verdict.outcome === 'no_data' && isNew ? { ...verdict, outcome: 'unknown' } : verdict;
}

function judgeSpans({ name, windowMs, above }: SpanCondition, readings: Readings): Verdict {
  const ofService = (service: string) => readings.requests({ service, workflow: workflowOfSpan(name) }, windowMs);
  return verdictOf(
    watchedServices.map(ofService).reduce((sum, { requests }) => sum + requests, 0),
    above,
  );
}

/** What its value must not exceed. */
export function thresholdOf(condition: Condition, paced: (ms: number) => number): number {
  if (condition.kind === 'burn') return 1;
  if (condition.kind === 'absent') return paced(condition.silentMs) / 1000;
  return condition.above;
}

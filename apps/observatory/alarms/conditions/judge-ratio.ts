import type { RatioCondition } from '../alarm-rule.ts';
import type { Readings, Verdict } from '../readings.ts';

/** Its value is the share that is bad; too few of both are no reason for anything. */
export function judgeRatio(condition: RatioCondition, readings: Readings): Verdict {
  const bad = readings.metric(condition.bad, condition.windowMs);
  const good = readings.metric(condition.good, condition.windowMs);
  if (bad === undefined && good === undefined) return { outcome: 'no_data', value: null, readings: [] };
  const all = (bad ?? 0) + (good ?? 0);
  const value = all === 0 ? 0 : (bad ?? 0) / all;
  const isMet = all >= condition.leastEvents && value > condition.above;
  return {
    outcome: isMet ? 'met' : 'unmet',
    value,
    readings: [
      { title: `${condition.counts} in vain`, value: bad ?? 0 },
      { title: `${condition.counts} in all`, value: all },
    ],
  };
}

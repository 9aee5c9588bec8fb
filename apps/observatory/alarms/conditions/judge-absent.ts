import type { AbsentCondition } from '../alarm-rule.ts';
import type { Readings, Verdict } from '../readings.ts';

/** Its value is for how many seconds nothing came. */
export function judgeAbsent(condition: AbsentCondition, readings: Readings): Verdict {
  const { nowMs, listeningSinceMs } = readings;
  const heardMs = readings.heardMs(condition.service);
  if (heardMs === undefined) return { outcome: 'no_data', value: null, readings: [] };
  const mostMs = readings.paced(condition.silentMs);
  const isSilent = nowMs - heardMs > mostMs;
  // Who has just begun to listen cannot tell yet.
  const outcome = !isSilent ? 'unmet' : nowMs - listeningSinceMs > mostMs ? 'met' : 'unknown';
  return { outcome, value: Math.round((nowMs - heardMs) / 1000), readings: [] };
}

import type { AlarmState } from '../store/alarms/alarm-records.ts';
import type { Verdict } from './readings.ts';

export interface AlarmTimes {
  readonly nowMs: number;
  /** So long a condition has to hold before an alarm fires, */
  readonly forMs: number;
  /** and so long it must not hold before it is cleared. */
  readonly clearMs: number;
}

export interface Step {
  readonly state: AlarmState;
  readonly change: 'fired' | 'cleared' | undefined;
}

/** How an alarm stands after a look at its condition. */
export function nextState(kept: AlarmState | undefined, verdict: Verdict, times: AlarmTimes): Step {
  const { nowMs } = times;
  const before = kept && untilNow(kept, nowMs);
  if (verdict.outcome === 'unknown' && before) return { state: { ...before, checkedMs: nowMs }, change: undefined };
  const isMet = verdict.outcome === 'met';
  const state = nameOf(before, verdict, times);
  const hasChanged = before?.state !== state;
  const isOver = before?.state === 'firing' && state !== 'firing';
  return {
    state: {
      state,
      sinceMs: hasChanged ? nowMs : before.sinceMs,
      lastMetMs: isMet ? nowMs : before?.lastMetMs,
      checkedMs: nowMs,
      value: verdict.value,
      readings: verdict.readings,
      traceId: before?.traceId ?? null,
      acknowledged: isOver ? null : (before?.acknowledged ?? null),
      silence: before?.silence && before.silence.untilMs > nowMs ? before.silence : null,
    },
    change: isOver ? 'cleared' : hasChanged && state === 'firing' ? 'fired' : undefined,
  };
}

/** A clock that was set back must not let an alarm wait, or fire on, until that time comes again. */
function untilNow({ sinceMs, lastMetMs, ...state }: AlarmState, nowMs: number): AlarmState {
  return {
    ...state,
    sinceMs: Math.min(sinceMs, nowMs),
    lastMetMs: lastMetMs === undefined ? undefined : Math.min(lastMetMs, nowMs),
  };
}

function nameOf(before: AlarmState | undefined, { outcome }: Verdict, { nowMs, forMs, clearMs }: AlarmTimes) {
  if (before?.state === 'firing') {
    const isStill = outcome === 'met' || nowMs - (before.lastMetMs ?? before.sinceMs) < clearMs;
    return isStill ? 'firing' : restOf(outcome);
  }
  if (outcome !== 'met') return restOf(outcome);
  const metSinceMs = before?.state === 'pending' ? before.sinceMs : nowMs;
  return nowMs - metSinceMs >= forMs ? 'firing' : 'pending';
}

function restOf(outcome: Verdict['outcome']): 'ok' | 'no_data' {
  return outcome === 'unmet' ? 'ok' : 'no_data';
}

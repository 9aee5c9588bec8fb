import type { DatabaseSync } from 'node:sqlite';
import { minuteMs, stepMs } from '../rates/spans-of-time.ts';

/** Until when the steps of a series have left: they make room long before its minutes do. Undefined when none has that is known of. */
export type LeftSteps = (series: number) => number | undefined;

export function leftSteps(db: DatabaseSync): LeftSteps {
  const first = db.prepare('select min(at) as at from metric_steps where series = ?');
  const before = db.prepare('select max(at) as at from metric_minutes where series = ? and at < ?');
  return (series) => {
    const step = first.get(series)?.at;
    const stepFromMs = typeof step === 'number' ? step * stepMs : Number.MAX_SAFE_INTEGER;
    const left = before.get(series, Math.floor(stepFromMs / minuteMs))?.at;
    // Of the minute after it some may have left, too.
    return typeof left === 'number' ? Math.min((left + 2) * minuteMs, stepFromMs) : undefined;
  };
}

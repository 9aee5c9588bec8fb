import type { TimeInput } from '@opentelemetry/api';

let originMs = performance.timeOrigin;

/** The most that the two clocks may differ before the machine was asleep, or somebody set its clock. */
const mostDriftMs = 50;

/** Milliseconds since 1970 with their fraction, of a clock that does not jump while a span is open. */
export function nowMs(): number {
  return originMs + performance.now();
}

/** To be called now and then, where no span is open: at the beginning of a trace. */
export function followSystemClock(): void {
  const drift = Date.now() - nowMs();
  if (Math.abs(drift) > mostDriftMs) originMs += drift;
}

/** As the API takes times: a date, seconds and nanoseconds, milliseconds since 1970, or those of performance.now(). */
export function toMs(time: TimeInput | undefined): number {
  if (time === undefined) return nowMs();
  if (Array.isArray(time)) return time[0] * 1000 + time[1] / 1_000_000;
  if (time instanceof Date) return time.getTime();
  return time < performance.timeOrigin ? originMs + time : time;
}

import { nanoOf } from '../../parts/nano.ts';
import type { LogAsked } from './use-log-params.ts';

const minuteMs = 60_000;

/** The search as the API takes it, as of now. */
export function logQuery({ q, service, severity, traceId, minutes, fromMs, toMs }: LogAsked, nowMs: number) {
  const from = minutes === undefined ? fromMs : nowMs - minutes * minuteMs;
  return {
    q,
    service,
    severity,
    traceId,
    fromUnixNano: from === undefined ? undefined : nanoOf(from),
    toUnixNano: toMs === undefined ? undefined : nanoOf(toMs),
  };
}

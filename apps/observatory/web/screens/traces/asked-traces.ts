import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { nanoOf } from '../../parts/nano.ts';
import { spanStatuses } from '../../parts/span-statuses.ts';
import { windowOf } from '../../parts/windows.ts';
import { milliseconds } from './milliseconds.ts';
import type { SearchValues } from './search-names.ts';

const minuteMs = 60_000;

/** What the address asks for, as the API takes it, at this moment: a window ends now. */
export function askedTraces(values: SearchValues, nowMs: number) {
  const { q, service, alongside, route, workflow, status, minutes, from, to } = values;
  const window = windowOf(minutes);
  const windowFrom = window === undefined ? undefined : nowMs - window * minuteMs;
  const fromMs = instantMs(from) ?? windowFrom;
  const toMs = instantMs(to);
  return {
    q,
    service,
    alongside,
    route,
    workflow,
    status: oneOfThese(spanStatuses, status),
    minDurationMs: milliseconds(values.min),
    maxDurationMs: milliseconds(values.max),
    minTraceMs: milliseconds(values.trace_min),
    maxTraceMs: milliseconds(values.trace_max),
    fromUnixNano: fromMs === undefined ? undefined : nanoOf(fromMs),
    toUnixNano: toMs === undefined ? undefined : nanoOf(toMs),
  };
}

/** A moment of the address, in milliseconds since 1970. */
export function instantMs(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{10,15}$/.test(text) ? Number(text) : undefined;
}

import type { listTraces, TraceSummary } from '@octo/contracts/observatory.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { type List, useList } from '@octo/ui/react/list/use-list.ts';
import { type ListParams, useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { nanoOf } from '../../parts/nano.ts';
import { spanStatuses } from '../../parts/span-statuses.ts';
import { windowOf } from '../../parts/windows.ts';
import { milliseconds } from './milliseconds.ts';

const names = ['q', 'service', 'route', 'status', 'min', 'max', 'minutes'] as const;
const everyMs = 5_000;
const pageSize = 50;
const minuteMs = 60_000;

export type TraceParams = ListParams<(typeof names)[number]>;

/** The traces that the address asks for, newest first. */
export function useTraces(): { params: TraceParams; list: List<TraceSummary> } {
  const params = useListParams(names);
  const { q, service, route, status, min, max, minutes } = params.values;
  const asked = {
    q,
    service,
    route,
    status: oneOfThese(spanStatuses, status),
    minDurationMs: milliseconds(min),
    maxDurationMs: milliseconds(max),
  };
  const window = windowOf(minutes);
  const list = useList({
    key: ['traces', asked, window],
    load: async (after, signal) => {
      const fromUnixNano = window === undefined ? undefined : nanoOf(Date.now() - window * minuteMs);
      const { traces, next } = await request<typeof listTraces>('GET /api/traces', {
        query: { ...asked, fromUnixNano, after, limit: pageSize },
        signal,
      });
      return { rows: traces, next: next ?? undefined };
    },
    refresh: { everyMs, rowKey: ({ traceId }) => traceId },
  });
  return { params, list };
}

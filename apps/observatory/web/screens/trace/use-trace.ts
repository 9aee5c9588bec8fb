import type { getTrace, listLogs, TraceSpan } from '@octo/contracts/observatory.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';
import { msBetween, nanoOf } from '../../parts/nano.ts';

const waitEveryMs = 1_000;
const growEveryMs = 2_000;
/** Spans are here two seconds after their end, and a message may need a few tries. */
const growingMs = 15_000;
const mostLooks = 15;

/** A trace, asked again while more of it may come: one that nobody knows yet for a while, one that is there until it is quiet. */
export function useTrace(traceId: string) {
  return useQuery({
    queryKey: ['trace', traceId],
    queryFn: ({ signal }) => request<typeof getTrace>('GET /api/traces/:traceId', { params: { traceId }, signal }),
    refetchInterval: ({ state: { data, error, errorUpdateCount } }) => {
      if (data) return isGrowing(data.spans, Date.now()) && growEveryMs;
      return isAwaited(error, errorUpdateCount) && waitEveryMs;
    },
  });
}

/** Whether it may just not have arrived: somebody followed a link at once. */
export function isAwaited(error: unknown, looks: number): boolean {
  return error !== null && asApiProblem(error).status === 404 && looks < mostLooks;
}

/** Whether its last span ended so lately that others may follow. */
export function isGrowing(spans: readonly TraceSpan[], nowMs: number): boolean {
  const now = nanoOf(nowMs);
  return spans.some(({ startTimeUnixNano, durationMs }) => msBetween(startTimeUnixNano, now) - durationMs < growingMs);
}

/** What was logged in the trace, in the order of time. Asked again whenever the trace has grown. */
export function useTraceLogs(traceId: string, spanCount: number) {
  return useQuery({
    queryKey: ['logs', 'of', traceId, spanCount],
    queryFn: ({ signal }) => request<typeof listLogs>('GET /api/logs', { query: { traceId, limit: 1000 }, signal }),
    placeholderData: (before) => before,
  });
}

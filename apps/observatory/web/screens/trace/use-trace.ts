import type { getMedianTrace, getTrace, TraceSpan } from '@octo/contracts/observatory.ts';
import type { listLogs } from '@octo/contracts/observatory-logs.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { msBetween, nanoOf } from '../../parts/nano.ts';

const waitEveryMs = 1_000;
const growEveryMs = 2_000;
/** Spans are here two seconds after their end, and a message may need a few tries. */
const growingMs = 15_000;
const mostLooks = 15;
const fromTheStart: string | undefined = undefined;

/** A trace as far as it was asked for. */
export interface LoadedTrace {
  traceId: string;
  spanCount: number;
  spans: readonly TraceSpan[];
  /** Asks for more of a very large one; undefined when all is here. */
  loadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

/** A trace, asked again while more of it may come: one that nobody knows yet for a while, one that is there until it is quiet. */
export function useTrace(traceId: string) {
  const query = useInfiniteQuery({
    queryKey: ['trace', traceId],
    queryFn: ({ pageParam, signal }) => askForTrace(traceId, pageParam, signal),
    initialPageParam: fromTheStart,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state: { data, error, errorUpdateCount } }) => {
      const [first, second] = data?.pages ?? [];
      // Nobody waits for more of a very large trace while it is being read.
      if (first) return second === undefined && isGrowing(first.spans, Date.now()) && growEveryMs;
      return isAwaited(error, errorUpdateCount) && waitEveryMs;
    },
  });
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const spans = useMemo(() => data?.pages.flatMap((page) => page.spans) ?? [], [data]);
  const spanCount = data?.pages.at(-1)?.spanCount ?? 0;
  const loadMore = hasNextPage ? () => void fetchNextPage() : undefined;
  const trace: LoadedTrace | undefined = data && {
    traceId,
    spanCount,
    spans,
    loadMore,
    isLoadingMore: isFetchingNextPage,
  };
  return { trace, error: query.error, errorUpdateCount: query.errorUpdateCount, refetch: query.refetch };
}

function askForTrace(traceId: string, after: string | undefined, signal: AbortSignal) {
  return request<typeof getTrace>('GET /api/traces/:traceId', { params: { traceId }, query: { after }, signal });
}

/** The usual trace of the same beginning, with its spans. */
export function useMedian(traceId: string) {
  return useQuery({
    queryKey: ['median', traceId],
    queryFn: async ({ signal }) => {
      const params = { traceId };
      const median = await request<typeof getMedianTrace>('GET /api/traces/:traceId/median', { params, signal });
      const { spans } = await askForTrace(median.traceId, undefined, signal);
      return { median, spans };
    },
    staleTime: Number.POSITIVE_INFINITY,
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

import type { listTraces, scatterTraces, TraceSummary } from '@octo/contracts/observatory.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { type List, useList } from '@octo/ui/react/list/use-list.ts';
import { type ListParams, useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { askedTraces } from './asked-traces.ts';
import { type SearchName, type SearchValues, searchNames } from './search-names.ts';

const everyMs = 5_000;
/** All that is found is counted for it. */
const scatterEveryMs = 15_000;
const pageSize = 50;

export type TraceParams = ListParams<SearchName>;

/** The traces that the address asks for, newest first. */
export function useTraces(): { params: TraceParams; list: List<TraceSummary> } {
  const params = useListParams(searchNames);
  const list = useList({
    key: ['traces', params.values],
    load: async (after, signal) => {
      const { traces, next } = await request<typeof listTraces>('GET /api/traces', {
        query: { ...askedTraces(params.values, Date.now()), after, limit: pageSize },
        signal,
      });
      return { rows: traces, next: next ?? undefined };
    },
    refresh: { everyMs, rowKey: ({ traceId }) => traceId },
  });
  return { params, list };
}

/** All of them as points. */
export function useScatter(values: SearchValues) {
  return useQuery({
    queryKey: ['scatter', values],
    queryFn: ({ signal }) =>
      request<typeof scatterTraces>('GET /api/traces/scatter', { query: askedTraces(values, Date.now()), signal }),
    placeholderData: keepPreviousData,
    refetchInterval: scatterEveryMs,
  });
}

import type { getMetricHistory, listMetricCatalogue } from '@octo/contracts/observatory-metrics.ts';
import type { InputOf } from '@octo/ui/react/api/endpoint-types.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const everyMs = 10_000;

export type HistoryAsked = NonNullable<InputOf<typeof getMetricHistory>['query']>;

/** Every metric that is kept. */
export function useMetricCatalogue() {
  return useQuery({
    queryKey: ['metrics', 'catalogue'],
    queryFn: ({ signal }) => request<typeof listMetricCatalogue>('GET /api/metrics/catalogue', { signal }),
    staleTime: everyMs,
    refetchInterval: 30_000,
  });
}

/** One metric over time. A window that ends now is asked for again by itself, from then on. */
export function useMetricHistory(asked: HistoryAsked, { isLive, isKnown }: { isLive: boolean; isKnown: boolean }) {
  return useQuery({
    queryKey: ['metrics', 'history', asked],
    queryFn: ({ signal }) => request<typeof getMetricHistory>('GET /api/metrics/history', { query: asked, signal }),
    enabled: isKnown,
    placeholderData: keepPreviousData,
    staleTime: isLive ? everyMs : Number.POSITIVE_INFINITY,
  });
}

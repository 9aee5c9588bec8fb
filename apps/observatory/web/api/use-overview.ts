import type { getOverview } from '@octo/contracts/observatory-overview.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const everyMs = 5_000;

/** How everything is; asked again by itself. */
export function useOverview(minutes: number) {
  return useQuery({
    queryKey: ['overview', minutes],
    queryFn: ({ signal }) => request<typeof getOverview>('GET /api/overview', { query: { minutes }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

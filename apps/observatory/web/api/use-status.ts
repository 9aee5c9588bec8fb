import type { getStatus } from '@octo/contracts/observatory-status.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

const everyMs = 10_000;

/** What the observatory says of itself; asked again by itself. */
export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => request<typeof getStatus>('GET /api/status', { signal }),
    refetchInterval: everyMs,
  });
}

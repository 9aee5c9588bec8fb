import type { listSlos } from '@octo/contracts/observatory-slos.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

const everyMs = 10_000;

export function useSlos() {
  return useQuery({
    queryKey: ['slos'],
    queryFn: ({ signal }) => request<typeof listSlos>('GET /api/slos', { signal }),
    refetchInterval: everyMs,
  });
}

import type { listNamedQueries } from '@octo/contracts/query-lab.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

/** The queries that can be run. */
export function useNamedQueries() {
  return useQuery({
    queryKey: ['query-lab', 'catalog'],
    queryFn: ({ signal }) => request<typeof listNamedQueries>('GET /api/workflows/catalog', { signal }),
  });
}

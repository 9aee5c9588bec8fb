import type { runNamedQuery } from '@octo/contracts/query-lab.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Longer than the gateway lets any query run. */
const patienceMs = 90_000;

/** Runs a query; also a run that failed is in the history afterwards. */
export function useRun(queryName: string, onRun: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<typeof runNamedQuery>('POST /api/query-lab/run', { body: { query_name: queryName }, patienceMs }),
    onSettled: () => {
      onRun();
      void client.invalidateQueries({ queryKey: ['platform'] });
    },
  });
}

import type { listWarehouses } from '@octo/contracts/crm/products.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

/** The warehouses as choices, in the order in which orders draw on them. */
export function useWarehouses(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['warehouses'],
    queryFn: ({ signal }) => request<typeof listWarehouses>('GET /api/warehouses', { signal }),
  });
  return (data?.warehouses ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}

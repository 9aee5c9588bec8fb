import type { listWarehouses } from '@octo/contracts/crm/products.ts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

/** The warehouses as choices, in the order in which orders draw on them. */
export function useWarehouses(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['warehouses'],
    queryFn: ({ signal }) => request<typeof listWarehouses>('GET /api/warehouses', { signal }),
  });
  return (data?.warehouses ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}

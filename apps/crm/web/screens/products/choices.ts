import type { listProductCategories } from '@octo/contracts/crm/products.ts';
import type { listShops } from '@octo/contracts/crm/shops.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

interface Choice {
  value: string;
  label: string;
}

const mostShops = 200;

/** The shops that a product can be assigned to, by name. `also` is one that must be among them. */
export function useShopChoices(also?: { id: number | null; name: string | null }): Choice[] {
  const { data } = useQuery({
    queryKey: ['shops', 'choices'],
    queryFn: ({ signal }) => request<typeof listShops>('GET /api/shops', { query: { limit: mostShops }, signal }),
  });
  const choices = (data?.shops ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  if (!also?.id || choices.some(({ value }) => value === String(also.id))) return choices;
  return [...choices, { value: String(also.id), label: also.name ?? `Shop ${also.id}` }];
}

/** The categories that products are in already. */
export function useCategories(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['products', 'categories'],
    queryFn: ({ signal }) => request<typeof listProductCategories>('GET /api/products/categories', { signal }),
  });
  return data?.categories ?? [];
}

import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { getOrder } from '@octo/contracts/crm/orders.ts';
import { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';

const refreshMs = 10_000;
/** While news of the order is under way, its answer comes soon. */
const soonMs = 2_000;

/** One order, asked again by itself while somebody looks. */
export function useOrder(id: number) {
  return useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => {
      if (!Number.isSafeInteger(id) || id < 1) throw noSuchOrder();
      return request<typeof getOrder>('GET /api/orders/:id', { params: { id }, signal });
    },
    refetchInterval: ({ state: { data } }) => data !== undefined && (hasNewsUnderWay(data) ? soonMs : refreshMs),
  });
}

function hasNewsUnderWay({ deliveries }: OrderDetail): boolean {
  return deliveries.some(({ state }) => state === 'waiting' || state === 'retrying');
}

function noSuchOrder(): ApiProblem {
  return new ApiProblem({ status: 404, code: 'orders.not_found', message: 'This order does not exist.' });
}

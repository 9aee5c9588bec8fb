import type { OrderRow } from '@octo/contracts/crm/order.ts';
import type { listOrders, OrderSort } from '@octo/contracts/crm/orders.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { orderStatuses, paymentStatuses } from '../../parts/statuses.ts';

/** Newest first is what the server does when nothing is asked. */
const otherSorts = ['oldest', 'total_desc', 'total'] as const satisfies readonly OrderSort[];

const names = ['search', 'status', 'payment_status', 'customer_id', 'sort_by'] as const;
const refreshMs = 10_000;

export const orderKey = ({ id }: OrderRow) => id;

/** The orders that the address asks for, and how to ask for others. */
export function useOrders() {
  const { values, set, isNarrowed, clear } = useListParams(names);
  const asked = {
    search: values.search,
    status: oneOfThese(orderStatuses, values.status),
    payment_status: oneOfThese(paymentStatuses, values.payment_status),
    customer_id: customerIdOf(values.customer_id),
    sort_by: otherSorts.find((sort) => sort === values.sort_by),
  };
  const list = useList({
    key: ['orders', asked],
    load: async (after, signal) => {
      const query = { ...asked, after, limit: 50 };
      const { orders, next } = await request<typeof listOrders>('GET /api/orders', { query, signal });
      return { rows: orders, next };
    },
    refresh: { everyMs: refreshMs, rowKey: orderKey },
  });
  return { list, asked, set, isNarrowed, clear };
}

/** The customer that the address names; anything but an id is none. */
function customerIdOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

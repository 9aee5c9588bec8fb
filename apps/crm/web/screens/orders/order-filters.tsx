import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { StatusFilter } from '@octo/ui/react/status-filter.tsx';
import { optionsOf } from '@octo/ui/react/statuses.ts';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { orderStatuses, paymentStatuses } from '../../parts/statuses.ts';
import { CustomerFilter } from './customer-filter.tsx';
import type { useOrders } from './use-orders.ts';

/** What narrows the orders, and what came in since. */
export function OrderFilters({ list, asked, set }: ReturnType<typeof useOrders>) {
  return (
    <Toolbar>
      <SearchBox
        label="Search orders"
        placeholder="Number, customer or e-mail"
        value={asked.search}
        onChange={(text) => set('search', text)}
      />
      <StatusFilter statuses={orderStatuses} value={asked.status} onChange={(value) => set('status', value)} />
      <FilterSelect
        label="Payment"
        anyLabel="Any payment"
        options={optionsOf(paymentStatuses)}
        value={asked.payment_status}
        onChange={(value) => set('payment_status', value)}
      />
      {asked.customer_id !== undefined && (
        <CustomerFilter customerId={asked.customer_id} onRemove={() => set('customer_id', undefined)} />
      )}
      <ListNewsButton list={list} noun="order" />
    </Toolbar>
  );
}

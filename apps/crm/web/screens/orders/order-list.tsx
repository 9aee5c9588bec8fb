import { Button } from '@mantine/core';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { AttentionFilters } from './attention-filters.tsx';
import { focusHeading } from './focus-heading.ts';
import { OrderCard, orderColumns } from './order-columns.tsx';
import { OrderFilters } from './order-filters.tsx';
import { orderKey, useOrders } from './use-orders.ts';

export function OrderList() {
  const orders = useOrders();
  const { list, asked, set, isNarrowed, clear } = orders;
  return (
    <>
      <PageHeader
        title="Orders"
        actions={<AttentionFilters status={asked.status} onChange={(status) => set('status', status)} />}
      />
      <OrderFilters {...orders} />
      <DataList
        label="Orders"
        name="orders"
        list={list}
        columns={orderColumns}
        rowKey={orderKey}
        rowPath={({ id }) => `/orders/${id}`}
        card={(order) => <OrderCard order={order} />}
        sorting={{ value: asked.sort_by, fallback: 'newest', onChange: (value) => set('sort_by', value) }}
        empty={isNarrowed ? <NothingFits onClear={clear} /> : <NothingYet />}
      />
    </>
  );
}

function NothingFits({ onClear }: { onClear(): void }) {
  const clear = () => {
    onClear();
    focusHeading();
  };
  return (
    <Empty icon="orders" title="No order fits">
      <p>There is none with this search and these filters.</p>
      <Button variant="default" onClick={clear}>
        Show all orders
      </Button>
    </Empty>
  );
}

function NothingYet() {
  return (
    <Empty icon="orders" title="No orders yet">
      <p>Orders appear here as soon as somebody buys in one of the shops.</p>
    </Empty>
  );
}

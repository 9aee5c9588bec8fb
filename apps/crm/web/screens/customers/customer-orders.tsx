import type { OrderRow } from '@octo/contracts/crm/order.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Money } from '../../parts/money.tsx';
import { orderStatuses, paymentStatuses } from '../../parts/statuses.ts';

/** The newest orders of one customer; there is no more of this list, the orders page has it. */
export function CustomerOrders({ orders }: { orders: readonly OrderRow[] }) {
  return (
    <DataList
      label="Orders of this customer"
      list={listOf(orders)}
      columns={columns}
      rowKey={({ id }) => id}
      rowPath={({ id }) => `/orders/${id}`}
      card={(order) => (
        <CardLines
          title={order.order_number}
          value={<Money amount={order.total} currency={order.currency} />}
          about={[<Instant key="placed" at={order.created_at} />]}
          badge={<StatusBadge {...orderStatuses[order.status]} />}
        />
      )}
      empty={
        <Empty icon="orders" title="No orders yet">
          <p>This customer has not ordered anything.</p>
        </Empty>
      }
    />
  );
}

const columns: Column<OrderRow>[] = [
  { key: 'number', title: 'Order', cell: (order) => order.order_number, isShort: true },
  { key: 'placed', title: 'Placed', cell: (order) => <Instant at={order.created_at} />, isShort: true },
  { key: 'status', title: 'Status', cell: (order) => <StatusBadge {...orderStatuses[order.status]} /> },
  { key: 'payment', title: 'Payment', cell: (order) => <StatusBadge {...paymentStatuses[order.payment_status]} /> },
  {
    key: 'total',
    title: 'Total',
    align: 'end',
    cell: (order) => <Money amount={order.total} currency={order.currency} />,
  },
];

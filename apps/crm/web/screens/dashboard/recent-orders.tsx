import type { OrderRow } from '@octo/contracts/crm/order.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { Money } from '../../parts/money.tsx';
import { orderStatuses, paymentStatuses } from '../../parts/statuses.ts';
import classes from './dashboard.module.css';

const columns: Column<OrderRow>[] = [
  { key: 'number', title: 'Order', cell: ({ order_number }) => order_number, isShort: true },
  { key: 'customer', title: 'Customer', cell: ({ customer_name }) => customer_name },
  { key: 'status', title: 'Status', cell: ({ status }) => <StatusBadge {...orderStatuses[status]} />, isShort: true },
  {
    key: 'payment',
    title: 'Payment',
    cell: ({ payment_status }) => <StatusBadge {...paymentStatuses[payment_status]} />,
    isShort: true,
    leaveOut: 1,
  },
  {
    key: 'total',
    title: 'Total',
    align: 'end',
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
  {
    key: 'placed',
    title: 'Placed',
    align: 'end',
    cell: ({ created_at }) => <Instant at={created_at} />,
    leaveOut: 2,
  },
];

/** The newest orders; each leads to its page. */
export function RecentOrders({ orders }: { orders: readonly OrderRow[] }) {
  return (
    <div className={classes.wide}>
      <Section title="Recent orders" aside={<Link to="/orders">All orders</Link>}>
        <DataList
          label="Recent orders"
          list={listOf(orders)}
          columns={columns}
          rowKey={({ id }) => id}
          rowPath={({ id }) => `/orders/${id}`}
          card={({ order_number, customer_name, total, currency, status, created_at }) => (
            <CardLines
              title={order_number}
              value={<Money amount={total} currency={currency} />}
              about={[customer_name, <Instant key="at" at={created_at} />]}
              badge={<StatusBadge {...orderStatuses[status]} />}
            />
          )}
          empty={
            <Empty icon="orders" title="No orders yet">
              <p>Orders appear here as soon as somebody buys in one of the shops.</p>
            </Empty>
          }
        />
      </Section>
    </div>
  );
}

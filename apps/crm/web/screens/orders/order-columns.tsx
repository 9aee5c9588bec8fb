import type { OrderRow } from '@octo/contracts/crm/order.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Money } from '../../parts/money.tsx';
import { orderStatuses } from '../../parts/statuses.ts';
import classes from './order-columns.module.css';
import { PaymentState } from './payment-state.tsx';

export const orderColumns: Column<OrderRow>[] = [
  { key: 'number', title: 'Order', cell: ({ order_number }) => order_number, isShort: true },
  { key: 'customer', title: 'Customer', cell: ({ customer_name }) => customer_name },
  {
    key: 'email',
    title: 'E-mail',
    cell: ({ customer_email }) => (
      <span className={classes.email} title={customer_email}>
        {customer_email}
      </span>
    ),
    leaveOut: 1,
  },
  { key: 'status', title: 'Status', cell: ({ status }) => <StatusBadge {...orderStatuses[status]} />, isShort: true },
  { key: 'payment', title: 'Payment', cell: (order) => <PaymentState {...order} />, isShort: true, leaveOut: 2 },
  {
    key: 'total',
    title: 'Total',
    align: 'end',
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    sort: {
      up: 'total',
      down: 'total_desc',
      words: { up: 'Lowest total first', down: 'Highest total first' },
    },
  },
  {
    key: 'placed',
    title: 'Placed',
    align: 'end',
    cell: ({ created_at }) => <Instant at={created_at} />,
    sort: { up: 'oldest', down: 'newest', words: { up: 'Oldest first', down: 'Newest first' } },
    isShort: true,
    leaveOut: 2,
  },
];

/** An order on a phone. */
export function OrderCard({ order }: { order: OrderRow }) {
  const { order_number, customer_name, total, currency, created_at, status } = order;
  return (
    <CardLines
      title={order_number}
      value={<Money amount={total} currency={currency} />}
      about={[customer_name, <Instant key="placed" at={created_at} />]}
      badge={<StatusBadge {...orderStatuses[status]} />}
    />
  );
}

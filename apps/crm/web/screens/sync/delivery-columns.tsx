import type { Delivery } from '@octo/contracts/crm/sync.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { deliveryStates } from '../../parts/statuses.ts';

export const deliveryColumns: Column<Delivery>[] = [
  {
    key: 'type',
    title: 'Message',
    cell: ({ event_type }) => <span className="mono">{event_type}</span>,
    isShort: true,
  },
  {
    key: 'order',
    title: 'Order',
    cell: ({ order_id }) => order_id !== null && <Link to={`/orders/${order_id}`}>{order_id}</Link>,
    isShort: true,
  },
  { key: 'consumer', title: 'To', cell: ({ consumer }) => receiverOf(consumer), leaveOut: 1, isShort: true },
  { key: 'state', title: 'State', cell: ({ state }) => <StatusBadge {...deliveryStates[state]} />, isShort: true },
  { key: 'attempts', title: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  { key: 'error', title: 'Last failure', cell: ({ last_error }) => last_error ?? '', leaveOut: 2 },
  { key: 'created', title: 'Sent', cell: ({ created_at }) => <Instant at={created_at} />, isShort: true, leaveOut: 1 },
];

export function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const { event_type, order_id, consumer, created_at, state } = delivery;
  return (
    <CardLines
      title={<span className="mono">{event_type}</span>}
      value={order_id === null ? undefined : `order ${order_id}`}
      about={[`to ${receiverOf(consumer)}`, <Instant key="at" at={created_at} />]}
      badge={<StatusBadge {...deliveryStates[state]} />}
    />
  );
}

/** Who is to hear of it. */
export function receiverOf(consumer: string): string {
  return consumer === 'crm' ? 'the CRM' : `the ${consumer}`;
}

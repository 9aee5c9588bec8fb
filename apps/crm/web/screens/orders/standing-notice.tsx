import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { told } from './use-order-news.ts';

const stopped = {
  on_hold: { event: 'order.on_hold', tone: 'notice-warn' },
  cancelled: { event: 'order.cancelled', tone: '' },
} as const;

/** Why an order does not go on: who stopped it, when, and in their words. */
export function StandingNotice({ order: { status, events } }: { order: OrderDetail }) {
  if (status !== 'on_hold' && status !== 'cancelled') return null;
  const { event: type, tone } = stopped[status];
  const event = events.findLast(({ event_type }) => event_type === type);
  if (event === undefined) return null;
  return (
    <div className={`notice ${tone}`}>
      <p>
        <strong>{told(event)}</strong>, <Instant at={event.created_at} />
        {event.details !== null && `: ${event.details}`}
      </p>
    </div>
  );
}

import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatDuration } from '@octo/ui/format.ts';

/** How the order came from the shop to the CRM, in one sentence. */
export function syncWords(order: Pick<OrderDetail, 'status' | 'placed_at' | 'created_at' | 'sync'>): string {
  const { status, accepted_at, deliveries } = order.sync;
  if (accepted_at !== null) {
    const since = afterPlacing(order.placed_at ?? order.created_at, accepted_at);
    const sent = deliveries === 0 ? '' : `, ${deliveredTimes(deliveries)}`;
    return `Accepted by the CRM ${since}${sent}.`;
  }
  if (order.status === 'pending' || order.status === 'failed') return 'Not sent: the order was not placed.';
  if (status === 'failed') return `Never reached the CRM: given up after it was sent ${times(deliveries)}.`;
  if (deliveries === 0) return 'Waits to be sent to the CRM.';
  return `On its way to the CRM: sent ${times(deliveries)}, not accepted yet.`;
}

function afterPlacing(placedAt: string, acceptedAt: string): string {
  const seconds = (Date.parse(acceptedAt) - Date.parse(placedAt)) / 1000;
  if (seconds < 0.05) return 'as it was placed';
  return `${seconds < 10 ? `${seconds.toFixed(1)} s` : formatDuration(seconds)} after it was placed`;
}

function deliveredTimes(count: number): string {
  return count === 1 ? 'delivered once' : `sent ${times(count)}`;
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

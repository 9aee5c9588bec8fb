import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Status } from '@octo/ui/react/statuses.ts';

type OrderEvent = OrderDetail['events'][number];

const words: Readonly<Record<string, Status>> = {
  'order.opened': { label: 'Checkout begun', tone: 'quiet' },
  'order.placed': { label: 'Placed', tone: 'info' },
  'order.failed': { label: 'Failed: nothing was paid', tone: 'bad' },
  'order.accepted': { label: 'Accepted', tone: 'good' },
  'order.on_hold': { label: 'Put on hold', tone: 'warn' },
  'order.fulfilling': { label: 'Picking started', tone: 'info' },
  'fulfilment.packed': { label: 'Packed', tone: 'info' },
  'order.shipped': { label: 'Shipped', tone: 'info' },
  'order.delivered': { label: 'Delivered', tone: 'good' },
  'order.cancelled': { label: 'Cancelled', tone: 'bad' },
  'payment.recorded': { label: 'Transfer recorded', tone: 'good' },
  'payment.received': { label: 'Transfer booked', tone: 'good' },
  'payment.refunded': { label: 'Payment refunded', tone: 'info' },
  'payment.failed': { label: 'Payment closed: nothing was paid', tone: 'quiet' },
  'payment.return_due': { label: 'A transfer came in that has to be sent back', tone: 'bad' },
};

/** What happened to an order, in words. What has no words yet keeps its name. */
export function eventWords({ event_type, from_status }: Pick<OrderEvent, 'event_type' | 'from_status'>): Status {
  if (event_type === 'order.accepted' && from_status === 'on_hold') return { label: 'Hold released', tone: 'good' };
  return words[event_type] ?? { label: event_type, tone: 'quiet' };
}

/** What an event adds to its name: a reason, or the reference of a transfer. */
export function eventDetail({ event_type, details }: Pick<OrderEvent, 'event_type' | 'details'>): string | undefined {
  if (details === null || details === '') return undefined;
  return event_type.startsWith('payment.') ? `Reference ${details}` : asSentence(details);
}

/** Reasons are given as they come to mind; alone on a line they begin like a sentence. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

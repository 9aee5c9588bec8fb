import type { Delivery } from '@octo/domains/messaging';

export interface OrderSyncState {
  status: 'pending' | 'accepted' | 'failed';
  acceptedAt: Date | null;
  attempts: number;
  acceptances: number;
}

type Sent = Pick<Delivery, 'eventType' | 'consumer' | 'state' | 'attempts'>;

/**
 * How far an order came on its way here. What was given up, or laid aside by an operator, will not come by itself any more:
 * it failed, unless somebody accepted the order all the same. One that is to be sent again is on its way.
 */
export function syncOf(acceptance: { acceptedAt: Date } | null, deliveries: readonly Sent[]): OrderSyncState {
  const sent = deliveries.filter(({ eventType, consumer }) => eventType === 'order.placed' && consumer === 'crm');
  const attempts = sent.reduce((sum, delivery) => sum + delivery.attempts, 0);
  if (acceptance) return { status: 'accepted', acceptedAt: acceptance.acceptedAt, attempts, acceptances: 1 };
  const isLost = sent.length > 0 && sent.every(({ state }) => state === 'dead' || state === 'discarded');
  return { status: isLost ? 'failed' : 'pending', acceptedAt: null, attempts, acceptances: 0 };
}

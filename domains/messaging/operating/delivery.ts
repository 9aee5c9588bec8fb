import type { DeliveryFate } from '../delivery-fate.ts';

export type DeliveryState = DeliveryFate['state'] | 'retrying' | 'discarded';

/** What names a delivery. */
export interface DeliveryKey {
  eventId: string;
  consumer: string;
}

/** How far a message is on its way to one consumer. */
export interface Delivery extends DeliveryKey {
  eventType: string;
  state: DeliveryState;
  attempts: number;
  createdAt: Date;
  deliveredAt: Date | null;
  nextAttemptAt: Date | null;
  lastError: string | null;
  orderId: number | null;
  /** Of the work that it tells of. */
  traceId: string | null;
}

export interface DeliveryRow extends Omit<Delivery, 'state' | 'traceId'> {
  traceparent: string | null;
  deadAt: Date | null;
  retryRequestedAt: Date | null;
  discardedAt: Date | null;
}

export function toDelivery(row: DeliveryRow): Delivery {
  const { deadAt: _dead, retryRequestedAt: _retry, discardedAt: _discarded, traceparent, ...delivery } = row;
  return { ...delivery, state: stateOf(row), traceId: traceparent?.split('-')[1] ?? null };
}

function stateOf(
  row: Pick<DeliveryRow, 'deliveredAt' | 'discardedAt' | 'deadAt' | 'retryRequestedAt' | 'lastError'>,
): DeliveryState {
  if (row.deliveredAt) return 'delivered';
  if (row.discardedAt) return 'discarded';
  const isGivenUp = row.deadAt !== null && !(row.retryRequestedAt && row.retryRequestedAt > row.deadAt);
  if (isGivenUp) return 'dead';
  return row.lastError === null ? 'waiting' : 'retrying';
}

import type { Delivery as WireDelivery } from '@octo/contracts/crm/sync.ts';
import type { Delivery } from '@octo/domains/messaging';
import { toInstant, toInstantOrNull } from './instant.ts';

export function toWireDelivery(delivery: Delivery): WireDelivery {
  return {
    event_id: delivery.eventId,
    event_type: delivery.eventType,
    consumer: delivery.consumer,
    state: delivery.state,
    attempts: delivery.attempts,
    created_at: toInstant(delivery.createdAt),
    delivered_at: toInstantOrNull(delivery.deliveredAt),
    next_attempt_at: toInstantOrNull(delivery.nextAttemptAt),
    last_error: delivery.lastError,
    order_id: delivery.orderId,
    trace_id: delivery.traceId,
  };
}

import type { Delivery } from '@octo/contracts/crm/sync.ts';
import type { XrayDelivery } from '@octo/contracts/crm/xray.ts';
import type { Receipt } from '@octo/domains/messaging';
import { toInstant } from '../wire/instant.ts';

/** A message with when the other service took it in. */
export function withReceipt(delivery: Delivery, receipts: readonly Receipt[]): XrayDelivery {
  const taken = receipts.find(
    ({ eventId, consumer }) => eventId === delivery.event_id && consumer === delivery.consumer,
  );
  return { ...delivery, received_at: taken ? toInstant(taken.receivedAt) : null };
}

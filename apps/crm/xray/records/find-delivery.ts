import type { Ctx } from '@octo/domains/context';
import { getDelivery, listOrderReceipts } from '@octo/domains/messaging';
import { toWireDelivery } from '../../wire/delivery.ts';
import { type Found, nothingElse } from '../found.ts';
import { deliveryId } from '../ids.ts';
import { auditOf } from '../own-audit.ts';
import { withReceipt } from '../own-deliveries.ts';
import { auditSteps, messageSteps } from '../steps.ts';

/** A message on its way to one service, with what operators did about it. Throws NotFound. */
export async function findDelivery(ctx: Ctx, id: string): Promise<Found> {
  const key = deliveryId(id);
  const delivery = await getDelivery(ctx, key);
  const { orderId } = delivery;
  const [receipts, audit] = await Promise.all([
    orderId === null ? [] : listOrderReceipts(ctx, { orderId }),
    auditOf(ctx, `deliveries/${key.eventId}/${key.consumer}`),
  ]);
  const told = toWireDelivery(delivery);
  return {
    ...nothingElse,
    title: delivery.eventType,
    about: `To the ${key.consumer === 'crm' ? 'CRM' : key.consumer}, ${delivery.state}`,
    path: orderId === null ? '/sync?state=all' : `/orders/${orderId}`,
    facts: [
      ...(orderId === null ? [] : [{ label: 'Order', value: String(orderId) }]),
      { label: 'Attempts', value: String(delivery.attempts) },
    ],
    deliveries: [withReceipt(told, receipts)],
    audit,
    steps: [...messageSteps([told]), ...auditSteps(audit)],
    decisiveTraceId: delivery.traceId,
  };
}

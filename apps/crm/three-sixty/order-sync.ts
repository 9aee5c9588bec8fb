import type { OrderSyncHealth } from '@octo/contracts/crm/three-sixty.ts';
import type { Ctx } from '@octo/domains/context';
import { type DeliveryRecord, describeQueues, getDeliveryRecord } from '@octo/domains/messaging';
import { getAttention } from '@octo/domains/reports';
import { toInstantOrNull } from '../wire/instant.ts';
import { toWireQueue } from '../wire/queue.ts';

/** How well orders travel between the services. */
export async function readOrderSync(ctx: Ctx, isEnabled: boolean): Promise<OrderSyncHealth> {
  const queues = await describeQueues(ctx);
  const record = await getDeliveryRecord(ctx);
  const attention = await getAttention(ctx);
  return {
    enabled: isEnabled,
    queues: queues.map(toWireQueue),
    last_day: {
      delivered: record.delivered,
      given_up: record.givenUp,
      success_rate_pct: successRate(record),
    },
    last_delivered_at: toInstantOrNull(record.lastDeliveredAt),
    orders: { waiting: attention.ordersWaiting, on_hold: attention.ordersOnHold },
  };
}

function successRate({ delivered, givenUp }: DeliveryRecord): number | null {
  const all = delivered + givenUp;
  return all === 0 ? null : Math.round((delivered / all) * 1000) / 10;
}

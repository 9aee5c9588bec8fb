import type { Ctx } from '../context.ts';
import { orderPlaced } from './events.ts';
import type { Order } from './order.ts';
import { insertOutboxEntry } from './queries.ts';

/** Leaves the news of a placed order in the outbox, in the transaction that places it. */
export async function announceOrder(ctx: Ctx, order: Order): Promise<void> {
  await insertOutboxEntry(ctx.db, {
    id: ctx.ids.event(),
    producer: 'shop',
    eventType: 'order.placed',
    orderId: order.id,
    payload: JSON.stringify(orderPlaced(order)),
    traceparent: ctx.traceparent,
    createdAt: ctx.clock.now(),
  });
}

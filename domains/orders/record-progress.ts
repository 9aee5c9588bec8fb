import { transact } from '@octo/platform/database/transact.ts';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../security/index.ts';
import type { Order } from './order.ts';
import type { OrderStatus } from './order-states.ts';
import { stepOrder } from './queries.ts';
import { recordOrderEvent } from './record-order-event.ts';

export interface Progress {
  to: OrderStatus;
  /** What happened, e.g. `fulfilment.packed`. */
  eventType: string;
  /** What was done, for the audit. */
  action: string;
  /** Why, or what with, in the words of whoever did it. */
  details?: string | undefined;
  /** What else of the order changed, as it was and as it is. */
  before?: Readonly<Record<string, unknown>>;
  after?: Readonly<Record<string, unknown>>;
}

/** Writes a step of an order that the caller has locked: its state and version, its story and the audit. */
export async function recordProgress(ctx: Ctx, order: Order, progress: Progress): Promise<Order> {
  const { id: orderId, status: from } = order;
  const { to, eventType, action, details } = progress;
  return await transact(ctx, async (ctx) => {
    const moved = await stepOrder(ctx.db, { id: orderId, from, to, updatedAt: ctx.clock.now() });
    if (moved !== 1) throw new Error(`order ${orderId} moved while it was locked`);
    await recordOrderEvent(ctx, { orderId, eventType, from, to, details });
    await recordAudit(ctx, {
      action,
      resource: `orders/${orderId}`,
      before: { status: from, ...progress.before },
      after: { status: to, ...progress.after, ...(details === undefined ? {} : { reason: details }) },
    });
    return { ...order, status: to, version: order.version + 1 };
  });
}

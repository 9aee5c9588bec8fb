import type { Ctx } from '../context.ts';
import { moveOrder, noteProgress, type Order } from '../orders/index.ts';
import { type FulfilmentEnd, type FulfilmentStatus, orderStatusAt } from './fulfilment-states.ts';
import { updateFulfilment } from './queries.ts';

export interface FulfilmentMove {
  from: FulfilmentStatus;
  to: FulfilmentEnd;
  reason?: string | undefined;
}

/** Moves the fulfilment of an order that the caller has locked, and the order with it where it follows. */
export async function moveFulfilment(ctx: Ctx, order: Order, { from, to, reason }: FulfilmentMove): Promise<Order> {
  const now = ctx.clock.now();
  const isOver = to === 'delivered' || to === 'cancelled';
  const change = { orderId: order.id, status: to, completedAt: isOver ? now : null, updatedAt: now };
  if ((await updateFulfilment(ctx.db, change)) !== 1) throw new Error(`order ${order.id} has no fulfilment`);
  const progress = { before: { fulfilment: from }, after: { fulfilment: to }, details: reason };
  const orderTo = orderStatusAt[to];
  if (orderTo !== order.status) return await moveOrder(ctx, order, { to: orderTo, ...progress });
  return await noteProgress(ctx, order, { eventType: `fulfilment.${to}`, action: 'orders.fulfilment', ...progress });
}

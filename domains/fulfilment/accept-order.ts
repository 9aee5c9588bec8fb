import type { Ctx } from '../context.ts';
import { moveOrder, type Order } from '../orders/index.ts';
import { changeDecision } from './change-decision.ts';
import { startFulfilment } from './start-fulfilment.ts';
import { takeOrder } from './take-order.ts';

/** Accepts an order that the caller has locked: one that was placed is taken, a hold ends, and the work on it starts. */
export async function acceptOrder(ctx: Ctx, order: Order, reason?: string): Promise<Order> {
  const ruling = { decision: 'accepted', reason: reason ?? null } as const;
  if (order.status === 'placed') return await takeOrder(ctx, order, ruling);
  const accepted = await moveOrder(ctx, order, { to: 'accepted', details: reason });
  await changeDecision(ctx, order, ruling);
  await startFulfilment(ctx, { orderId: order.id });
  return accepted;
}

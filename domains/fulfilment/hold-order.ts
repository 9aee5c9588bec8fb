import type { Ctx } from '../context.ts';
import { moveOrder, type Order } from '../orders/index.ts';
import { changeDecision } from './change-decision.ts';
import { takeOrder } from './take-order.ts';

/** Holds an order that the caller has locked. What was done on it is kept, and rests. */
export async function holdOrder(ctx: Ctx, order: Order, reason: string): Promise<Order> {
  const ruling = { decision: 'on_hold', reason } as const;
  if (order.status === 'placed') return await takeOrder(ctx, order, ruling);
  const held = await moveOrder(ctx, order, { to: 'on_hold', details: reason });
  await changeDecision(ctx, order, ruling);
  return held;
}

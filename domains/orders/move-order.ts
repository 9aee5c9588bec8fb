import type { Ctx } from '../context.ts';
import type { Order } from './order.ts';
import { mayOrderBecome, nextStatuses } from './order-states.ts';
import { type Progress, recordProgress } from './record-progress.ts';
import { stepRefused } from './step-refused.ts';

export type OrderMove = Omit<Progress, 'eventType' | 'action'>;

/** Moves an order that the caller has locked one step on. Throws Conflict where there is no such step. */
export async function moveOrder(ctx: Ctx, order: Order, move: OrderMove): Promise<Order> {
  const { to } = move;
  if (!mayOrderBecome(order.status, to)) throw stepRefused('The order', order.status, to, nextStatuses(order));
  return await recordProgress(ctx, order, { ...move, eventType: `order.${to}`, action: 'orders.status' });
}

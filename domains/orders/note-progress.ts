import type { Ctx } from '../context.ts';
import type { Order } from './order.ts';
import { type Progress, recordProgress } from './record-progress.ts';

/** Notes what happened to an order that the caller has locked, while its state stays what it is. */
export async function noteProgress(ctx: Ctx, order: Order, note: Omit<Progress, 'to'>): Promise<Order> {
  return await recordProgress(ctx, order, { ...note, to: order.status });
}

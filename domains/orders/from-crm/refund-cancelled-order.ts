import type { Ctx } from '../../context.ts';
import { type RailPort, refundCharge } from '../../payments/index.ts';
import { getOrder } from '../get-order.ts';
import { requireCancelled } from './require-cancelled.ts';

/**
 * Gives back what was paid for a cancelled order, outside of any transaction, and says whether there was something. It goes
 * before releaseCancelledOrder, so that a crash between the two only makes the rail be asked again. Throws NotFound,
 * Conflict, and Unavailable while the rail does not confirm.
 */
export async function refundCancelledOrder(ctx: Ctx & RailPort, input: { orderId: number }): Promise<boolean> {
  const order = await getOrder(ctx, input);
  requireCancelled(order);
  if (order.paymentStatus !== 'paid') return false;
  const { id: orderId, totalCents: amountCents, currency } = order;
  await refundCharge(ctx, { orderId, amountCents, currency });
  return true;
}

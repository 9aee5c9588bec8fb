import type { Ctx } from '../context.ts';
import { refundPaidPayment } from './queries.ts';

/** Books that what was paid went back. Throws when the payment is not paid: the caller holds the order and must have seen that. */
export async function bookRefund(ctx: Ctx, input: { orderId: number }): Promise<void> {
  const refunded = await refundPaidPayment(ctx.db, { ...input, updatedAt: ctx.clock.now() });
  if (refunded !== 1) throw new Error(`payment of order ${input.orderId} is not paid`);
}

import type { Ctx } from '../context.ts';
import { cancelInvoice } from './queries.ts';

/** Takes the invoice of an order back, paid or not. An order that was never billed has none. */
export async function voidInvoice(ctx: Ctx, input: { orderId: number }): Promise<void> {
  await cancelInvoice(ctx.db, { orderId: input.orderId, updatedAt: ctx.clock.now() });
}

import { AppError } from '@octo/platform/errors/app-error.ts';
import type { Ctx } from '../context.ts';
import { settleInvoice } from './queries.ts';

/** Marks the open invoice of an order paid. Throws Conflict when none is open: it was paid before, or is void. */
export async function payInvoice(ctx: Ctx, input: { orderId: number }): Promise<void> {
  const now = ctx.clock.now();
  const settled = await settleInvoice(ctx.db, { orderId: input.orderId, paidAt: now, updatedAt: now });
  if (settled === 1) return;
  throw new AppError('Conflict', 'invoices.not_open', 'This invoice is not open: it was paid before, or is void.');
}

import { decimalFromCents } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import type { Order } from '../orders/index.ts';
import { insertInvoice } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysToPay = 14;

/** Bills an order, once: its number is made from the order's. Paid already when the order is, else due in two weeks. */
export async function issueInvoice(ctx: Ctx, order: Order): Promise<void> {
  const now = ctx.clock.now();
  const isPaid = order.paymentStatus === 'paid';
  await insertInvoice(ctx.db, {
    id: await ctx.ids.next(),
    invoiceNumber: `INV-${order.id}`,
    orderId: order.id,
    customerId: order.customerId,
    amount: decimalFromCents(order.totalCents),
    currency: order.currency,
    status: isPaid ? 'paid' : 'issued',
    issuedAt: now,
    dueAt: new Date(now.getTime() + daysToPay * dayMs),
    paidAt: isPaid ? now : null,
    createdAt: now,
    updatedAt: now,
  });
}

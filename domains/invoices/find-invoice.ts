import type { Ctx } from '../context.ts';
import { type Invoice, toInvoice } from './invoice.ts';
import { selectInvoice } from './queries.ts';

/** The invoice of an order; undefined while there is none. */
export async function findInvoice(ctx: Ctx, input: { orderId: number }): Promise<Invoice | undefined> {
  const [row] = await selectInvoice(ctx.db, input);
  return row && toInvoice(row);
}

import type { Ctx } from '../context.ts';
import { countOpen } from './queries.ts';

/** How many invoices a customer has still to pay. */
export async function countOpenInvoices(ctx: Pick<Ctx, 'db'>, input: { customerId: number }): Promise<number> {
  const [row] = await countOpen(ctx.db, input);
  return row?.invoices ?? 0;
}

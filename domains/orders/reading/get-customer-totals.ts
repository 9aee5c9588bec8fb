import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../../context.ts';
import { selectCustomerTotals } from './queries.ts';

export interface CustomerTotals {
  orders: number;
  spentCents: number;
  lastOrderAt: Date | null;
}

/** What a customer bought: orders that were placed and neither failed nor were cancelled. */
export async function getCustomerTotals(ctx: Pick<Ctx, 'db'>, input: { customerId: number }): Promise<CustomerTotals> {
  const [row] = await selectCustomerTotals(ctx.db, input);
  if (!row) return { orders: 0, spentCents: 0, lastOrderAt: null };
  return { orders: row.orders, spentCents: centsFromDecimal(row.spent), lastOrderAt: row.lastOrderAt };
}

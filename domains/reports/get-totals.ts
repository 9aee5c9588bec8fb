import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import { countCustomers, selectAllSales, selectInvoiceTotals } from './queries.ts';

/** All that was ever sold. Reads every order: keep it for a while. */
export interface Totals {
  customers: number;
  orders: number;
  revenueCents: number;
  averageCents: number;
  invoices: { status: string; count: number; amountCents: number }[];
}

export async function getTotals(ctx: Pick<Ctx, 'db'>): Promise<Totals> {
  const [[people], [sales], invoices] = await Promise.all([
    countCustomers(ctx.db, {}),
    selectAllSales(ctx.db, {}),
    selectInvoiceTotals(ctx.db, {}),
  ]);
  const orders = sales?.orders ?? 0;
  const revenueCents = centsFromDecimal(sales?.revenue ?? '0');
  return {
    customers: people?.customers ?? 0,
    orders,
    revenueCents,
    averageCents: orders === 0 ? 0 : Math.round(revenueCents / orders),
    invoices: invoices.map((row) => ({
      status: row.status,
      count: row.invoices,
      amountCents: centsFromDecimal(row.amount),
    })),
  };
}

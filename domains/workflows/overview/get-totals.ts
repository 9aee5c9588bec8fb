import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../../context.ts';
import { countCustomers, countLinkedCustomers, countLowStock, countOrdersInWork, selectSales } from './queries.ts';

/** The house in six numbers. Reads every order: keep it for a while. */
export interface Totals {
  orders: number;
  revenueCents: number;
  ordersInWork: number;
  customers: number;
  /** Of whom the CRM has accepted an order. */
  linkedCustomers: number;
  lowStockProducts: number;
}

const scarce = 10;

export async function getTotals({ db }: Pick<Ctx, 'db'>): Promise<Totals> {
  const [[sales], [inWork], [people], [linked], [low]] = await Promise.all([
    selectSales(db, {}),
    countOrdersInWork(db, {}),
    countCustomers(db, {}),
    countLinkedCustomers(db, {}),
    countLowStock(db, { atMost: scarce }),
  ]);
  return {
    orders: sales?.orders ?? 0,
    revenueCents: centsFromDecimal(sales?.revenue ?? '0'),
    ordersInWork: inWork?.orders ?? 0,
    customers: people?.customers ?? 0,
    linkedCustomers: linked?.customers ?? 0,
    lowStockProducts: low?.products ?? 0,
  };
}

import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../../context.ts';
import { selectOrderTotals } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface OrderTotals {
  orders: number;
  ordersLastDay: number;
  /** Of those that were placed and neither failed nor were cancelled. */
  revenueCents: number;
}

/** Reads every order: keep it for a while. */
export async function getOrderTotals(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<OrderTotals> {
  const [row] = await selectOrderTotals(ctx.db, { since: new Date(ctx.clock.now().getTime() - dayMs) });
  return {
    orders: row?.orders ?? 0,
    ordersLastDay: Number(row?.ordersSince ?? 0),
    revenueCents: centsFromDecimal(row?.revenue ?? '0'),
  };
}

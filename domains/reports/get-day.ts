import { centsFromDecimal } from '@octo/platform/money/cents.ts';
import type { Ctx } from '../context.ts';
import { type HourOfSales, hoursUntil } from './hours.ts';
import { selectSalesByHour } from './queries.ts';

export interface Day {
  orders: number;
  revenueCents: number;
  currency: string;
  hours: HourOfSales[];
}

/** Every price of ours. */
const currency = 'USD';

/** What was sold in the last 24 hours, the one that has begun included, oldest first. */
export async function getDay(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<Day> {
  const { from, until, starts } = hoursUntil(ctx.clock.now());
  const rows = await selectSalesByHour(ctx.db, { from, until });
  const byHour = new Map(rows.map((row) => [Number(row.hour), row]));
  const hours = starts.map((startsAt) => {
    const sales = byHour.get(startsAt.getUTCHours());
    return { startsAt, orders: sales?.orders ?? 0, revenueCents: centsFromDecimal(sales?.revenue ?? '0') };
  });
  return {
    orders: hours.reduce((sum, { orders }) => sum + orders, 0),
    revenueCents: hours.reduce((sum, { revenueCents }) => sum + revenueCents, 0),
    currency,
    hours,
  };
}

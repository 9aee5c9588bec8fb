import type { Ctx } from '../context.ts';
import { countOrders, countPageViews, countProducts, countTickets } from './queries.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How much there is of what the house works with, beside what its totals say. */
export interface EntityCounts {
  orders: number;
  ordersLastDay: number;
  products: number;
  tickets: number;
  openTickets: number;
  pageViewsLastDay: number;
}

/** Counts every row: keep it for a while. */
export async function countEntities(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<EntityCounts> {
  const since = new Date(ctx.clock.now().getTime() - dayMs);
  // One after the other: counting must not take the sessions of those who work.
  const [orders] = await countOrders(ctx.db, { since: undefined });
  const [ordersLastDay] = await countOrders(ctx.db, { since });
  const [products] = await countProducts(ctx.db, {});
  const [tickets] = await countTickets(ctx.db, {});
  const [views] = await countPageViews(ctx.db, { since });
  return {
    orders: orders?.orders ?? 0,
    ordersLastDay: ordersLastDay?.orders ?? 0,
    products: products?.products ?? 0,
    tickets: tickets?.tickets ?? 0,
    openTickets: (tickets?.tickets ?? 0) - (tickets?.closed ?? 0),
    pageViewsLastDay: views?.views ?? 0,
  };
}

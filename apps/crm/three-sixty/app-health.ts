import type { AppHealth } from '@octo/contracts/crm/three-sixty.ts';
import type { Ctx } from '@octo/domains/context';
import { countAccounts } from '@octo/domains/identity';
import { countEntities, getTotals } from '@octo/domains/reports';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import type { Crm } from '../context.ts';

/** What the CRM works with, and how the last day went; half a minute old at most. */
export async function readAppHealth({ cache }: Pick<Crm, 'cache'>, ctx: Ctx): Promise<AppHealth> {
  const totals = await cache.get('reports.totals', () => getTotals(ctx));
  const counts = await cache.get('reports.entities', () => countEntities(ctx));
  const accounts = await cache.get('identity.accounts', () => countAccounts(ctx));
  return {
    entities: {
      customers: totals.customers,
      orders: counts.orders,
      products: counts.products,
      invoices: totals.invoices.reduce((sum, { count }) => sum + count, 0),
      tickets: counts.tickets,
      users: accounts.people,
      active_sessions: accounts.openSessions,
    },
    activity: {
      orders_24h: counts.ordersLastDay,
      page_views_24h: counts.pageViewsLastDay,
      open_tickets: counts.openTickets,
      total_revenue: dollarsFromCents(totals.revenueCents),
    },
  };
}

import { getDashboard } from '@octo/contracts/crm/dashboard.ts';
import { getCatalogVersion } from '@octo/domains/catalog';
import type { Ctx } from '@octo/domains/context';
import { listOrders } from '@octo/domains/orders';
import { getAttention, getDay, getLowStock, getTotals, type LowStock } from '@octo/domains/reports';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireDashboard } from '../wire/dashboard.ts';

const recentOrders = 10;

export function dashboardRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, getDashboard, async ({ raw }) => {
    const ctx = contextOf(crm, raw);
    const [attention, lowStock, day, totals, recent] = await Promise.all([
      getAttention(ctx),
      lowStockOf(crm, ctx),
      getDay(ctx),
      crm.cache.get('reports.totals', () => getTotals(ctx)),
      listOrders(ctx, { limit: recentOrders }),
    ]);
    return toWireDashboard({ attention, lowStock, day, totals, recentOrders: recent.orders });
  });
}

/** What operators do to stock and products moves the version and is seen at once; what buyers take, within half a minute. */
async function lowStockOf(crm: Crm, ctx: Ctx): Promise<LowStock> {
  const version = await getCatalogVersion(ctx);
  return await crm.cache.get(`reports.lowStock ${version}`, () => getLowStock(ctx));
}

import { getDashboard } from '@octo/contracts/crm/dashboard.ts';
import { listOrders } from '@octo/domains/orders';
import { getAttention, getDay, getTotals } from '@octo/domains/reports';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { toWireDashboard } from '../wire/dashboard.ts';

const recentOrders = 10;

export function dashboardRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, getDashboard, async ({ raw }) => {
    const ctx = contextOf(crm, raw);
    const [attention, day, totals, recent] = await Promise.all([
      getAttention(ctx),
      getDay(ctx),
      crm.cache.get('reports.totals', () => getTotals(ctx)),
      listOrders(ctx, { limit: recentOrders }),
    ]);
    return toWireDashboard({ attention, day, totals, recentOrders: recent.orders });
  });
}

import type { Dashboard } from '@octo/contracts/crm/dashboard.ts';
import type { OrderSummary } from '@octo/domains/orders';
import type { Attention, Day, LowStock, Totals } from '@octo/domains/reports';
import { dollarsFromCents } from '@octo/platform/money/cents.ts';
import { toInstant } from './instant.ts';
import { toWireOrderRow } from './order-row.ts';

export interface DashboardParts {
  attention: Attention;
  lowStock: LowStock;
  day: Day;
  totals: Totals;
  recentOrders: readonly OrderSummary[];
}

export function toWireDashboard({ attention, lowStock, day, totals, recentOrders }: DashboardParts): Dashboard {
  return {
    attention: toWireAttention(attention, lowStock),
    day: toWireDay(day),
    customers: { total: totals.customers },
    orders: {
      total: totals.orders,
      revenue: dollarsFromCents(totals.revenueCents),
      average: dollarsFromCents(totals.averageCents),
    },
    invoices: totals.invoices.map(({ status, count, amountCents }) => ({
      status,
      count,
      total: dollarsFromCents(amountCents),
    })),
    recent_orders: recentOrders.map(toWireOrderRow),
  };
}

function toWireAttention(attention: Attention, stock: LowStock): Dashboard['attention'] {
  return {
    orders_waiting: attention.ordersWaiting,
    orders_on_hold: attention.ordersOnHold,
    dead_letters: attention.deadLetters,
    low_stock: stock.lowStock,
    low_stock_below: stock.lowStockBelow,
    lowest_stock: stock.lowestStock.map(({ id, ...product }) => ({ product_id: id, ...product })),
  };
}

function toWireDay(day: Day): Dashboard['day'] {
  const hours = day.hours.map(({ startsAt, orders, revenueCents }) => ({
    starts_at: toInstant(startsAt),
    orders,
    revenue: dollarsFromCents(revenueCents),
  }));
  return { orders: day.orders, revenue: dollarsFromCents(day.revenueCents), currency: day.currency, hours };
}

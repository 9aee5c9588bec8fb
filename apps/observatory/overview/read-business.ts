import type { OverviewBusiness } from '@octo/contracts/observatory-overview.ts';
import { businessMetrics } from '@octo/contracts/telemetry/business.ts';
import type { MetricQuestion } from '../store/alarms/read-metric-windows.ts';
import type { Store } from '../store/store.ts';
import { shop } from '../watched-services.ts';

const minuteMs = 60_000;
const steps = 30;

/** Orders, revenue and what was lost in the last minutes, as the shop counts them. */
export function readBusiness(store: Store, minutes: number, nowMs: number): OverviewBusiness {
  const read = (metric: string, take: MetricQuestion['take'], fromMs: number, toMs: number) =>
    store.read(({ metricWindows }) =>
      metricWindows.measure({ metric, service: shop, take }, { fromMs, toMs }, nowMs),
    ) ?? null;
  const stepMs = (minutes * minuteMs) / steps;
  const toMs = Math.ceil(nowMs / stepMs) * stepMs;
  const fromMs = toMs - minutes * minuteMs;
  const sumOf = (metric: string) => read(metric, 'increase', fromMs, toMs);
  return {
    orders: sumOf(businessMetrics.ordersPlaced),
    revenue: inCents(read(businessMetrics.orderValue, 'sum', fromMs, toMs)),
    failedOrders: sumOf(businessMetrics.ordersFailed),
    lostRevenue: inCents(sumOf(businessMetrics.lostValue)),
    declinedCheckouts: sumOf(businessMetrics.checkoutsDeclined),
    steps: Array.from({ length: steps }, (_, at) => {
      const [from, to] = [fromMs + at * stepMs, fromMs + (at + 1) * stepMs];
      return {
        at: new Date(from).toISOString(),
        orders: read(businessMetrics.ordersPlaced, 'increase', from, to),
        revenue: inCents(read(businessMetrics.orderValue, 'sum', from, to)),
        failed: read(businessMetrics.ordersFailed, 'increase', from, to),
      };
    }),
  };
}

/** Sums of fractions carry crumbs beyond the cent. */
function inCents(dollars: number | null): number | null {
  return dollars === null ? null : Math.round(dollars * 100) / 100;
}

import type { OverviewBusiness } from '@octo/contracts/observatory-overview.ts';
import { businessMetrics, businessSpans } from '@octo/contracts/telemetry/business.ts';
import { formatCount, formatShortMoney } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { TimeChart } from '../../charts/time-chart.tsx';
import { Figure, Figures } from '../../parts/figure.tsx';
import { metricPath, tracesPath } from '../../paths.ts';

interface BusinessSectionProps {
  business: OverviewBusiness;
  minutes: number;
}

/** What is sold, and what was lost. */
export function BusinessSection({ business, minutes }: BusinessSectionProps) {
  const { orders, revenue, failedOrders, lostRevenue, declinedCheckouts, steps } = business;
  const lost = { q: businessSpans.checkOut, status: 'error', minutes };
  return (
    <Section title="Business">
      <Figures>
        <Figure
          title="Orders"
          value={countOf(orders)}
          note={perMinute(orders, minutes, formatRate)}
          to={metricPath(businessMetrics.ordersPlaced, minutes)}
        />
        <Figure
          title="Revenue"
          value={formatShortMoney(revenue ?? 0)}
          note={perMinute(revenue, minutes, formatShortMoney)}
          to={metricPath(businessMetrics.orderValue, minutes)}
        />
        <Figure
          title="Lost orders"
          value={countOf(failedOrders)}
          note={lostRevenue ? `worth ${formatShortMoney(lostRevenue)}` : 'begun and not placed'}
          tone={failedOrders ? 'bad' : undefined}
          to={failedOrders ? tracesPath(lost) : metricPath(businessMetrics.ordersFailed, minutes)}
        />
        <Figure
          title="Declined"
          value={countOf(declinedCheckouts)}
          note="cards, stock, rules"
          to={metricPath(businessMetrics.checkoutsDeclined, minutes)}
        />
      </Figures>
      <OrdersChart steps={steps} />
    </Section>
  );
}

function OrdersChart({ steps }: Pick<OverviewBusiness, 'steps'>) {
  const times = steps.map(({ at }) => Date.parse(at));
  const [first = 0, second = first] = times;
  const last = times.at(-1) ?? first;
  const pointsOf = (pick: (step: OverviewBusiness['steps'][number]) => number | null) =>
    steps.map((step, at) => ({ atMs: times[at] ?? 0, value: pick(step) }));
  return (
    <TimeChart
      title="Orders over time"
      unit="count"
      kind="bars"
      from={first}
      to={last + second - first}
      series={[
        { key: 'placed', title: 'Placed', tone: 'accent', points: pointsOf(({ orders }) => orders) },
        { key: 'failed', title: 'Lost', tone: 'bad', points: pointsOf(({ failed }) => failed) },
      ]}
    />
  );
}

function countOf(count: number | null): string {
  return formatCount(count ?? 0);
}

function formatRate(rate: number): string {
  return formatCount(Number(rate.toFixed(rate < 10 ? 1 : 0)));
}

function perMinute(sum: number | null, minutes: number, words: (rate: number) => string): string {
  return `${words((sum ?? 0) / minutes)} per minute`;
}

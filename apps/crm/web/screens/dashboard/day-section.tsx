import type { Dashboard } from '@octo/contracts/crm/dashboard.ts';
import { formatCount, formatHour, formatMoney, formatShortMoney } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { BarChart } from '../../parts/bar-chart.tsx';
import classes from './dashboard.module.css';

/** The last 24 hours, hour by hour, in the time of whoever looks. */
export function DaySection({ day }: { day: Dashboard['day'] }) {
  const { orders, revenue, currency, hours } = day;
  const bars = hours.map(({ starts_at }) => ({ key: starts_at, label: formatHour(starts_at) }));
  return (
    <Section title="Last 24 hours" aside="by the hour, local time">
      <div className={classes.charts}>
        <BarChart
          title="Orders"
          total={formatCount(orders)}
          bars={bars.map((bar, index) => {
            const value = hours[index]?.orders ?? 0;
            return { ...bar, value, short: formatCount(value), exact: formatCount(value) };
          })}
        />
        <BarChart
          title="Revenue"
          total={formatMoney(revenue, currency)}
          bars={bars.map((bar, index) => {
            const value = hours[index]?.revenue ?? 0;
            return { ...bar, value, short: formatShortMoney(value, currency), exact: formatMoney(value, currency) };
          })}
        />
      </div>
    </Section>
  );
}

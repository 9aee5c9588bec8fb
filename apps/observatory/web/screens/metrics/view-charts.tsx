import { useMetricCatalogue } from '../../api/use-metrics.ts';
import { HistoryChart } from './history-chart.tsx';
import type { ChartQuery } from './metric-address.ts';
import classes from './metric-grid.module.css';
import type { MetricView } from './metric-views.ts';
import { NoMetrics } from './no-metrics.tsx';
import type { MetricSpan } from './use-span.ts';

interface ViewChartsProps {
  view: MetricView;
  /** All when undefined. */
  service: string | undefined;
  span: MetricSpan;
  addressOf(chart: ChartQuery): string;
}

/** A handful of charts side by side; the title of each opens it to be changed. */
export function ViewCharts({ view, service, span, addressOf }: ViewChartsProps) {
  const { data: catalogue } = useMetricCatalogue();
  if (catalogue?.metrics.length === 0) return <NoMetrics />;
  const known = new Set(catalogue?.metrics.map(({ name }) => name));
  return (
    <div className={classes.grid}>
      {view.charts.map(({ title, ...chart }) => {
        const narrowed =
          service === undefined ? chart : { ...chart, where: [...(chart.where ?? []), ['service', service] as const] };
        return (
          <div key={title} className={classes.card}>
            <HistoryChart
              chart={narrowed}
              title={title}
              href={addressOf(narrowed)}
              span={span}
              isKnown={catalogue && known.has(chart.metric)}
            />
          </div>
        );
      })}
    </div>
  );
}

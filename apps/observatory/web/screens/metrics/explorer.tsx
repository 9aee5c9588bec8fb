import { Button } from '@mantine/core';
import { Answer } from '@octo/ui/react/answer.tsx';
import { Icon } from '@octo/ui/react/icon.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useMetricCatalogue } from '../../api/use-metrics.ts';
import { type ChartQuery, mostCharts } from './metric-address.ts';
import { MetricCard } from './metric-card.tsx';
import classes from './metric-grid.module.css';
import { NoMetrics } from './no-metrics.tsx';
import type { MetricSpan } from './use-span.ts';

interface ExplorerProps {
  charts: readonly ChartQuery[];
  span: MetricSpan;
  onChange(charts: readonly ChartQuery[]): void;
}

/** Up to four charts of one's own. */
export function Explorer({ charts, span, onChange }: ExplorerProps) {
  const catalogue = useMetricCatalogue();
  const replace = (at: number, chart: ChartQuery) => onChange(charts.map((one, index) => (index === at ? chart : one)));
  return (
    <Answer query={catalogue} skeleton={<SectionSkeleton title="Metric" fields={3} />}>
      {({ metrics }) =>
        metrics.length === 0 ? (
          <NoMetrics />
        ) : (
          <>
            <div className={classes.grid}>
              {charts.map((chart, index) => (
                <MetricCard
                  // biome-ignore lint/suspicious/noArrayIndexKey: a chart is its place; what it shows changes
                  key={index}
                  chart={chart}
                  metrics={metrics}
                  span={span}
                  onChange={(next) => replace(index, next)}
                  onRemove={charts.length === 1 ? undefined : () => onChange(charts.filter((_, at) => at !== index))}
                />
              ))}
            </div>
            {charts.length < mostCharts && (
              <Button
                variant="subtle"
                mt="md"
                leftSection={<Icon name="plus" size={16} />}
                onClick={() => onChange([...charts, charts.at(-1) ?? { metric: metrics[0]?.name ?? '' }])}
              >
                Another chart beside it
              </Button>
            )}
          </>
        )
      }
    </Answer>
  );
}

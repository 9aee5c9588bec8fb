import { ActionIcon } from '@mantine/core';
import { metricAggregations } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { aggregationTitles } from './aggregation-titles.ts';
import { unitWord } from './chart-unit.ts';
import { GroupTable } from './group-table.tsx';
import { HistoryChart } from './history-chart.tsx';
import type { ChartQuery } from './metric-address.ts';
import classes from './metric-card.module.css';
import { MetricControls } from './metric-controls.tsx';
import { tracesOf } from './traces-of.ts';
import type { MetricSpan } from './use-span.ts';

interface MetricCardProps {
  chart: ChartQuery;
  metrics: readonly MetricEntry[];
  span: MetricSpan;
  onChange(chart: ChartQuery): void;
  /** Undefined for the only one. */
  onRemove: (() => void) | undefined;
}

/** A chart that can be changed, with what it is made of in numbers. */
export function MetricCard({ chart, metrics, span, onChange, onRemove }: MetricCardProps) {
  const entry = metrics.find(({ name }) => name === chart.metric);
  const remove = onRemove && (
    <ActionIcon aria-label={`Take ${chart.metric} away`} onClick={onRemove}>
      <Icon name="close" size={18} />
    </ActionIcon>
  );
  return (
    <Section title={chart.metric} aside={remove}>
      <p className={classes.meaning}>
        {entry?.description || (entry ? 'It was not said what this is.' : 'No service has told of it.')}
      </p>
      <MetricControls chart={chart} metrics={metrics} onChange={onChange} />
      <HistoryChart chart={chart} title={titleOf(chart, entry)} height={240} span={span} isKnown={entry !== undefined}>
        {(history) => (
          <div className={classes.groups}>
            <GroupTable history={history} />
          </div>
        )}
      </HistoryChart>
      <p className={classes.foot}>
        <Link to={tracesOf(chart, span)}>Traces of this time</Link>
        <span className="muted">Draw over the chart to look closer; circles are single measurements.</span>
      </p>
    </Section>
  );
}

/** What is told, of what: “p95”, “Per second (order)”. */
function titleOf({ metric, by }: ChartQuery, entry: MetricEntry | undefined): string {
  if (!entry) return metric;
  const [usual = 'sum'] = metricAggregations[entry.kind];
  const word = unitWord(entry.unit);
  return `${aggregationTitles[by ?? usual]}${word === '' ? '' : ` (${word})`}`;
}

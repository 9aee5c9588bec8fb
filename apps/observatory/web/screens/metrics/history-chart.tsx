import { Skeleton } from '@mantine/core';
import type { MetricHistory } from '@octo/contracts/observatory-metrics.ts';
import { formatDuration } from '@octo/ui/format.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import type { ReactNode } from 'react';
import { useMetricHistory } from '../../api/use-metrics.ts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { nanoOf } from '../../parts/nano.ts';
import { chartUnit } from './chart-unit.ts';
import { marksOf, seriesOf } from './history-series.ts';
import { type ChartQuery, whereText } from './metric-address.ts';
import type { MetricSpan } from './use-span.ts';

interface HistoryChartProps {
  chart: ChartQuery;
  title: string;
  href?: string | undefined;
  height?: number;
  span: MetricSpan;
  /** Whether there is such a metric; undefined while that is asked. */
  isKnown: boolean | undefined;
  /** Below it, once it is there. */
  children?: (history: MetricHistory) => ReactNode;
}

const usualHeight = 180;

/** One metric over time, as it was asked for. A part that is drawn over becomes the time of all charts. */
export function HistoryChart({ chart, title, href, height = usualHeight, span, isKnown, children }: HistoryChartProps) {
  const { fromMs: from, toMs: to, minutes, choosePart } = span;
  const asked = {
    name: chart.metric,
    fromUnixNano: nanoOf(from),
    toUnixNano: nanoOf(to),
    aggregation: chart.by,
    groupBy: chart.group?.join(','),
    where: whereText(chart.where ?? []),
  };
  const { data, error, isFetching, refetch } = useMetricHistory(asked, {
    isLive: minutes !== undefined,
    isKnown: isKnown === true,
  });
  const problem = error && asApiProblem(error);
  const common = { href, height, from, to, onSelect: choosePart };
  if (isKnown === false)
    return <TimeChart title={`${title}: not heard of yet`} unit="none" kind="line" series={[]} {...common} />;
  if (problem && !isFetching) return <Failure problem={problem} onRetry={() => void refetch()} />;
  if (!data || data.name !== chart.metric)
    return (
      <div aria-busy="true">
        <Skeleton height={14} width="40%" mb="sm" />
        <Skeleton height={height} />
      </div>
    );
  const isAddedUp = data.aggregation === 'sum' && (data.kind === 'counter' || data.kind === 'histogram');
  return (
    <>
      <TimeChart
        title={isAddedUp ? `${title}, by ${formatDuration(data.stepMs / 1000)}` : title}
        unit={chartUnit(data.unit)}
        kind={isAddedUp ? 'bars' : 'line'}
        series={seriesOf(data)}
        marks={marksOf(data)}
        {...common}
      />
      {children?.(data)}
    </>
  );
}

import type { MetricGroup, MetricHistory } from '@octo/contracts/observatory-metrics.ts';
import type { ChartMark, ChartSeries } from '../../charts/chart.ts';
import { formatValue } from '../../charts/format-value.ts';
import { isoOf } from '../../parts/nano.ts';
import { assignColours } from '../../parts/service-colours.ts';
import { tracePath } from '../../paths.ts';
import { chartUnit } from './chart-unit.ts';

const service = 'service';

/** The groups as they are drawn; services have the colours that they have everywhere. */
export function seriesOf(history: MetricHistory): ChartSeries[] {
  const { groups, groupBy, stepMs } = history;
  const fromMs = Date.parse(isoOf(history.fromUnixNano));
  const isByService = groupBy.length === 1 && groupBy[0] === service;
  const colours = assignColours(isByService ? groups.map(({ values }) => values[0] ?? '') : []);
  return groups.map((group) => ({
    key: group.isRest ? 'rest' : JSON.stringify(group.values),
    title: groupTitle(group, history),
    colour: colours.get(group.values[0] ?? ''),
    ...(group.isRest ? { tone: 'quiet' as const } : {}),
    points: group.points.map((value: number | null, step: number) => ({ atMs: fromMs + step * stepMs, value })),
  }));
}

function groupTitle({ values, isRest }: MetricGroup, { groupBy, groups, groupCount }: MetricHistory): string {
  if (isRest) return `${groupCount - groups.length + 1} others`;
  if (groupBy.length === 0) return 'All';
  return values.map((value: string) => value || '(none)').join(' · ');
}

/** Single measurements, each with the way to its trace; of rates and counts there are none. */
export function marksOf(history: MetricHistory): ChartMark[] {
  const isOfValues = history.kind === 'histogram' && /^p|average/.test(history.aggregation);
  const unit = chartUnit(history.unit);
  return (isOfValues ? history.exemplars : []).map(({ timeUnixNano, value, traceId, spanId }) => ({
    atMs: Date.parse(isoOf(timeUnixNano)),
    value,
    title: `${formatValue(value, unit)}: open its trace`,
    href: tracePath(traceId, spanId),
  }));
}

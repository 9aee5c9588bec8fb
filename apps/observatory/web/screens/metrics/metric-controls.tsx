import { NativeSelect, Select } from '@mantine/core';
import { metricAggregations } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { aggregationTitles } from './aggregation-titles.ts';
import { type ChartQuery, mostGroupings } from './metric-address.ts';
import classes from './metric-controls.module.css';
import { MetricFilters } from './metric-filters.tsx';

interface MetricControlsProps {
  chart: ChartQuery;
  metrics: readonly MetricEntry[];
  onChange(chart: ChartQuery): void;
}

/** Which metric, what of it, by what, and of whom. */
export function MetricControls({ chart, metrics, onChange }: MetricControlsProps) {
  const entry = metrics.find(({ name }) => name === chart.metric);
  const possible = entry ? metricAggregations[entry.kind] : [];
  const attributes = entry ? ['service', ...entry.attributes.map(({ name }) => name)] : [];
  const { group = [] } = chart;
  const names = [...new Set([chart.metric, ...metrics.map(({ name }) => name)])];
  const chooseGroup = (place: number, name: string) => {
    const next = [...group];
    next[place] = name;
    onChange({ ...chart, group: [...new Set(next.filter((one) => one !== undefined && one !== ''))] });
  };
  return (
    <div className={classes.controls}>
      <Select
        className={classes.metric ?? ''}
        label="Metric"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No metric has such a name"
        data={names}
        value={chart.metric}
        onChange={(metric) => metric !== null && onChange({ metric })}
      />
      <NativeSelect
        label="Told as"
        disabled={!entry}
        value={chart.by ?? possible[0] ?? ''}
        data={possible.map((value) => ({ value, label: aggregationTitles[value] }))}
        onChange={({ currentTarget }) =>
          onChange({ ...chart, by: possible.find((one) => one === currentTarget.value) })
        }
      />
      {Array.from({ length: Math.min(mostGroupings, group.length + 1, attributes.length) }, (_, place) => (
        <NativeSelect
          key={place === 0 ? 'by' : 'and by'}
          label={place === 0 ? 'By' : 'and by'}
          value={group[place] ?? ''}
          data={[
            { value: '', label: place === 0 ? 'All together' : 'Nothing else' },
            ...attributes.filter((name) => name === group[place] || !group.includes(name)),
          ]}
          onChange={({ currentTarget }) => chooseGroup(place, currentTarget.value)}
        />
      ))}
      {entry && <MetricFilters chart={chart} entry={entry} onChange={onChange} />}
    </div>
  );
}

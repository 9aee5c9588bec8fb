import { Button, NativeSelect } from '@mantine/core';
import { anyValue } from '@octo/contracts/observatory-metric-kinds.ts';
import type { MetricEntry } from '@octo/contracts/observatory-metrics.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useState } from 'react';
import type { ChartQuery } from './metric-address.ts';

interface MetricFiltersProps {
  chart: ChartQuery;
  entry: MetricEntry;
  onChange(chart: ChartQuery): void;
}

const anyWord = 'any value';

/** What must be so, each to be taken away again, and one more: an attribute first, then its value. */
export function MetricFilters({ chart, entry, onChange }: MetricFiltersProps) {
  const [name, setName] = useState('');
  const { where = [] } = chart;
  const attributes = [{ name: 'service', values: entry.services }, ...entry.attributes];
  const values = attributes.find((one) => one.name === name)?.values ?? [];
  const add = (value: string) => {
    setName('');
    onChange({ ...chart, where: [...where, [name, value]] });
  };
  return (
    <>
      <NativeSelect
        label="Only where"
        value={name}
        data={[{ value: '', label: 'Anything' }, ...attributes.map((one) => one.name)]}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {name !== '' && (
        <NativeSelect
          label="is"
          value=""
          data={[{ value: '', label: 'Choose a value' }, { value: anyValue, label: anyWord }, ...values]}
          onChange={({ currentTarget }) => add(currentTarget.value)}
        />
      )}
      {where.map(([filter, value], index) => (
        <Button
          key={`${filter}=${value}`}
          variant="light"
          rightSection={<Icon name="close" size={14} />}
          aria-label={`Take away ${filter} = ${wordOf(value)}`}
          onClick={() => onChange({ ...chart, where: where.filter((_, at) => at !== index) })}
        >
          {filter} = {wordOf(value)}
        </Button>
      ))}
    </>
  );
}

function wordOf(value: string): string {
  return value === anyValue ? anyWord : value;
}

import type { MetricAggregation } from '@octo/contracts/observatory-metric-kinds.ts';

export const aggregationTitles: Readonly<Record<MetricAggregation, string>> = {
  rate: 'Per second',
  sum: 'Sum',
  average: 'Average',
  min: 'Lowest',
  max: 'Highest',
  last: 'Latest',
  count: 'How many',
  p50: 'p50 (median)',
  p90: 'p90',
  p95: 'p95',
  p99: 'p99',
};

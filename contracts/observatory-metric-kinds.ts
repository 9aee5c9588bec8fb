/** A sum that only grows, one that goes both ways, a value of a moment, or a distribution. */
export const metricKinds = ['counter', 'upDownCounter', 'gauge', 'histogram'] as const;
export type MetricHistoryKind = (typeof metricKinds)[number];

export const metricAggregationNames = [
  'rate',
  'sum',
  'average',
  'min',
  'max',
  'last',
  'count',
  'p50',
  'p90',
  'p95',
  'p99',
] as const;
export type MetricAggregation = (typeof metricAggregationNames)[number];

/** What can be asked of each kind, the most usual first. */
export const metricAggregations: Readonly<Record<MetricHistoryKind, readonly MetricAggregation[]>> = {
  counter: ['rate', 'sum'],
  upDownCounter: ['sum', 'average', 'min', 'max', 'last'],
  gauge: ['average', 'min', 'max', 'last', 'sum'],
  histogram: ['p95', 'p50', 'p90', 'p99', 'average', 'rate', 'count', 'sum'],
};

/** Asked for in place of the value of an attribute: series that have it, whatever it is. */
export const anyValue = '*';

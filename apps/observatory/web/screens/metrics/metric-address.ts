import { type MetricAggregation, metricAggregationNames } from '@octo/contracts/observatory-metric-kinds.ts';

/** One chart as the address asks for it. */
export interface ChartQuery {
  readonly metric: string;
  readonly by?: MetricAggregation | undefined;
  /** `service` or attributes, at most two. */
  readonly group?: readonly string[] | undefined;
  /** Attribute and value, all of which have to be so. */
  readonly where?: readonly (readonly [name: string, value: string])[] | undefined;
}

export const mostCharts = 4;
export const mostGroupings = 2;

/** The charts of an address, `chart` once for each; a metric alone may be named as such. */
export function readCharts(params: URLSearchParams): ChartQuery[] {
  const named = params.get('metric');
  const first = named === null || named === '' ? [] : [{ metric: named }];
  const charts = params.getAll('chart').flatMap((text) => {
    const asked = new URLSearchParams(text);
    const metric = asked.get('metric');
    if (metric === null || metric === '') return [];
    return [{ metric, by: metricAggregationNames.find((one) => one === asked.get('by')), ...readParts(asked) }];
  });
  return [...first, ...charts].slice(0, mostCharts);
}

function readParts(asked: URLSearchParams): Pick<ChartQuery, 'group' | 'where'> {
  const group = (asked.get('group') ?? '').split(',').filter((name) => name !== '');
  return { group: group.slice(0, mostGroupings), where: [...new URLSearchParams(asked.get('where') ?? '')] };
}

function chartText({ metric, by, group = [], where = [] }: ChartQuery): string {
  return new URLSearchParams({
    metric,
    ...(by === undefined ? {} : { by }),
    ...(group.length === 0 ? {} : { group: group.join(',') }),
    ...(where.length === 0 ? {} : { where: whereText(where) }),
  }).toString();
}

/** As the API takes it. */
export function whereText(where: NonNullable<ChartQuery['where']>): string {
  return new URLSearchParams(where.map(([name, value]) => [name, value])).toString();
}

/** The same address with these charts, its time as it was. */
export function withCharts(params: URLSearchParams, charts: readonly ChartQuery[]): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['metric', 'chart', 'view', 'service']) next.delete(name);
  for (const chart of charts) next.append('chart', chartText(chart));
  return next;
}

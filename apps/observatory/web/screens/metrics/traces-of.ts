import { anyValue } from '@octo/contracts/observatory-metric-kinds.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { type TraceSearch, tracesPath } from '../../paths.ts';
import type { ChartQuery } from './metric-address.ts';
import type { MetricSpan } from './use-span.ts';

/** The traces of the time of a chart, narrowed by what its metric and a trace have in common. */
export function tracesOf({ where = [] }: ChartQuery, { fromMs, toMs, minutes }: MetricSpan): string {
  const known = Map.groupBy(where, ([name]) => name);
  const only = (name: string) => {
    const [asked, another] = known.get(name) ?? [];
    return another || asked?.[1] === anyValue ? undefined : asked?.[1];
  };
  const status = known.has(attributeNames.errorType) ? 'error' : undefined;
  const search: TraceSearch = { service: only('service'), route: only(attributeNames.route), status };
  if (minutes !== undefined) return tracesPath({ ...search, minutes });
  return tracesPath({ ...search, from: fromMs, to: toMs });
}

import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import { severityOptions } from '../../parts/severities.ts';

type Facet = LogSummary['facets']['severity'];

/** From the worst on; what is of no known severity is asked for by no one. */
const order = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG'];

/** How many lines a search for each severity would find: those that are as bad, or worse. */
export function severityCounts({ values }: Facet): Facet {
  const linesOf = (severity: string) => values.find(({ value }) => value === severity)?.lines ?? 0;
  const counts = severityOptions
    .filter(({ value }) => linesOf(value) > 0)
    .map(({ value }) => ({
      value,
      lines: order.slice(0, order.indexOf(value) + 1).reduce((sum, severity) => sum + linesOf(severity), 0),
    }));
  return { values: counts, others: 0 };
}

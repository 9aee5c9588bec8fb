import type { SearchPage } from '@octo/contracts/observatory-searches.ts';
import { faultyField } from '@octo/platform/errors/app-error.ts';

/** What each page has in its address. */
const known: Readonly<Record<SearchPage, ReadonlySet<string>>> = {
  traces: new Set([
    ...['q', 'service', 'route', 'workflow', 'status', 'min', 'max', 'minutes'],
    ...['alongside', 'from', 'to', 'trace_min', 'trace_max'],
  ]),
  logs: new Set(['q', 'service', 'severity', 'traceId', 'minutes', 'from', 'to']),
};

/** The search as the page writes it, in one order. Throws Invalid for what is no search. */
export function readSearchQuery(page: SearchPage, query: string): string {
  const entries = [...new URLSearchParams(query)].filter(([, value]) => value !== '');
  const stranger = entries.find(([name]) => !known[page].has(name));
  if (stranger) throw faultyField('Invalid', 'searches.query_invalid', 'query', `A search knows no ${stranger[0]}.`);
  if (entries.length === 0)
    throw faultyField('Invalid', 'searches.query_invalid', 'query', 'This asks for nothing in particular.');
  return new URLSearchParams(entries.sort(([one], [other]) => (one < other ? -1 : 1))).toString();
}

import { browserAttributes, pageAttributes } from '@octo/contracts/browser-telemetry.ts';
import type { Conditions, TraceSearch } from './trace-filter.ts';
import { termsOf } from './trace-filter.ts';

const { sessionId, viewId, page, activity, control, navigation, isPhone } = browserAttributes;
const ofPages: ReadonlySet<string> = new Set([
  ...[sessionId, viewId, page, activity, control, navigation, isPhone],
  ...Object.values(pageAttributes),
]);

/**
 * A search for attributes of pages asks what browsers said, which lies apart; undefined for any other. What else one may say
 * leads to no trace: anybody could put a trace among those that failed.
 */
export function browserConditions(search: TraceSearch): Conditions | undefined {
  const terms = termsOf(search);
  const { service, route, status, minDurationMs, maxDurationMs } = search;
  const isOfService = [service, route, status, minDurationMs, maxDurationMs].some((asked) => asked !== undefined);
  if (isOfService || !terms.some(({ name }) => ofPages.has(name))) return undefined;
  return {
    texts: [
      'b.trace_id = t.trace_id',
      ...terms.map(() => `has_attribute('{"attributes":{}}', b.attributes, b.resource, ?, ?)`),
    ],
    values: terms.flatMap(({ name, text }) => [name, text]),
  };
}

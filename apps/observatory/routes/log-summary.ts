import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import type { LogCounts } from '../store/logs/count-logs.ts';
import { levels, warnLevel } from '../store/logs/levels.ts';
import { nanoOfMs } from '../store/nano.ts';

const mostValues = 12;
const errorLevel = levels.indexOf('ERROR');

/** What was counted, as it goes over the wire. */
export function logSummary({ total, fromMs, toMs, countedBackToMs, stepMs, steps, facets }: LogCounts): LogSummary {
  const first = Math.floor(fromMs / stepMs);
  const length = Math.max(1, Math.ceil(toMs / stepMs) - first);
  return {
    lines: total,
    fromUnixNano: nanoOfMs(fromMs),
    toUnixNano: nanoOfMs(toMs),
    stepMs,
    countedBackToUnixNano: countedBackToMs === undefined ? null : nanoOfMs(countedBackToMs),
    steps: Array.from({ length }, (_, at) => ({
      startTimeUnixNano: nanoOfMs((first + at) * stepMs),
      ...bySeverity(steps.get(first + at) ?? []),
    })),
    facets: {
      service: facetOf(facets.service),
      severity: facetOf(facets.severity),
      event: facetOf(facets.event),
      route: facetOf(facets.route),
      code: facetOf(facets.code),
    },
  };
}

function bySeverity(lines: readonly number[]) {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    errors: sum(lines.slice(errorLevel)),
    warnings: sum(lines.slice(warnLevel, errorLevel)),
    others: sum(lines.slice(0, warnLevel)),
  };
}

function facetOf(counts: ReadonlyMap<string, number>) {
  const values = [...counts].map(([value, lines]) => ({ value, lines })).sort((one, other) => other.lines - one.lines);
  return { values: values.slice(0, mostValues), others: Math.max(0, values.length - mostValues) };
}

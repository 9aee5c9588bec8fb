import type { DatabaseSync } from 'node:sqlite';
import type { Scatter, ScatterPoint } from '@octo/contracts/observatory.ts';
import { nanoText } from '../nano.ts';
import { asTraceRow } from '../rows.ts';
import { matchingTraces } from './matching-traces.ts';
import { pointSample } from './point-sample.ts';
import { latestAt, stretchesOf } from './stretches.ts';
import { servicesOf } from './to-summary.ts';
import type { TraceSearch } from './trace-filter.ts';
import type { TraceRow } from './trace-summary.ts';

export interface TraceScatterer {
  /** All that a search finds as points, or a sample of them. */
  scatter(search: TraceSearch): Promise<Scatter>;
}

const mostPoints = 2000;
const patienceMs = 2000;
const mostFacets = 12;
/** Names are counted one by one up to a number, however many there are. */
const mostCounted = 1000;
const wholeStretch = -1;
const columns = 't.trace_id, t.start_us, t.start_rest, t.end_us, t.service, t.name, t.error_count, t.services';

export function traceScatterer(db: DatabaseSync): TraceScatterer {
  const prepare = matchingTraces(db);
  const stretches = stretchesOf(db);
  return {
    async scatter(search) {
      const find = prepare(search, columns);
      const sample = pointSample<ScatterPoint>(mostPoints);
      const counts = { services: new Map<string, number>(), names: new Map<string, number>() };
      let [found, errors] = [0, 0];
      let reachedUs: number | undefined;
      const deadline = performance.now() + patienceMs;
      for await (const stretch of stretches(latestAt(search.toUs), search.fromUs ?? 0)) {
        for (const row of find(stretch, wholeStretch).map(asTraceRow)) {
          const point = toPoint(row);
          found += 1;
          errors += point.isError ? 1 : 0;
          sample.add(point);
          count(counts.names, row.name);
          for (const service of servicesOf(row.services)) count(counts.services, service);
        }
        if (stretch.isLast || performance.now() <= deadline) continue;
        reachedUs = stretch.to.startUs;
        break;
      }
      const points = sample.points().sort((one, other) => (one.startTimeUnixNano < other.startTimeUnixNano ? -1 : 1));
      const reachedUnixNano = reachedUs === undefined ? null : nanoText({ us: reachedUs, rest: 0 });
      return { found, errors, reachedUnixNano, points, services: most(counts.services), names: most(counts.names) };
    },
  };
}

type PointRow = Pick<TraceRow, 'trace_id' | 'start_us' | 'start_rest' | 'end_us' | 'service' | 'name' | 'error_count'>;

function toPoint(row: PointRow): ScatterPoint {
  return {
    traceId: row.trace_id,
    service: row.service,
    name: row.name,
    startTimeUnixNano: nanoText({ us: row.start_us, rest: row.start_rest }),
    durationMs: (row.end_us - row.start_us) / 1000,
    isError: row.error_count > 0,
  };
}

function count(counts: Map<string, number>, value: string): void {
  const before = counts.get(value);
  if (before !== undefined || counts.size < mostCounted) counts.set(value, (before ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>): Scatter['names'] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, mostFacets);
}

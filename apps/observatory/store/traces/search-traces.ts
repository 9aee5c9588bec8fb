import type { DatabaseSync } from 'node:sqlite';
import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { asTraceRow } from '../rows.ts';
import { matchingTraces } from './matching-traces.ts';
import { latestAt, stretchesOf, type TracePosition } from './stretches.ts';
import { toSummary } from './to-summary.ts';
import type { TraceSearch } from './trace-filter.ts';
import type { TraceRow } from './trace-summary.ts';

export interface TracePage {
  readonly traces: TraceSummary[];
  readonly next: TracePosition | undefined;
}

export interface TraceSearcher {
  search(search: TraceSearch, after: TracePosition | undefined, limit: number): Promise<TracePage>;
}

/** A search that took so long answers with what it has; its caller goes on from there. */
const patienceMs = 2000;

export function traceSearcher(db: DatabaseSync): TraceSearcher {
  const prepare = matchingTraces(db);
  const stretches = stretchesOf(db);
  return {
    async search(search, after, limit) {
      const find = prepare(search, 't.*');
      const traces: TraceRow[] = [];
      const deadline = performance.now() + patienceMs;
      for await (const stretch of stretches(startOf(search, after), search.fromUs ?? 0)) {
        traces.push(...find(stretch, limit + 1 - traces.length).map(asTraceRow));
        if (traces.length > limit)
          return { traces: traces.slice(0, limit).map(toSummary), next: positionOf(traces[limit - 1]) };
        if (!stretch.isLast && performance.now() > deadline) return { traces: traces.map(toSummary), next: stretch.to };
      }
      return { traces: traces.map(toSummary), next: undefined };
    },
  };
}

function startOf({ toUs }: TraceSearch, after: TracePosition | undefined): TracePosition {
  const latest = latestAt(toUs);
  return after && after.startUs <= latest.startUs ? after : latest;
}

function positionOf(row: TraceRow | undefined): TracePosition | undefined {
  return row && { startUs: row.start_us, id: row.id };
}

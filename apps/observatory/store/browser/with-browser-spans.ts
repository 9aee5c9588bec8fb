import type { DatabaseSync } from 'node:sqlite';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import type { MissingTrace, StoredTrace, TraceReader } from '../traces/read-trace.ts';
import { browserSpansOf } from './read-spans.ts';

/** Traces together with what browsers said of them. A span of ours is never hidden by one that has its id. */
export function withBrowserSpans(db: DatabaseSync, reader: TraceReader): TraceReader {
  const spansOf = browserSpansOf(db);

  function joined(traceId: string, found: StoredTrace | MissingTrace): StoredTrace | MissingTrace {
    const told = spansOf(traceId);
    if (told.length === 0) return found;
    if (typeof found === 'string') return { spanCount: told.length, spans: told, next: undefined };
    const ours = new Set(found.spans.map(({ spanId }) => spanId));
    const added = told.filter(({ spanId }) => !ours.has(spanId));
    const spans = [...added, ...found.spans].sort(byStart);
    return { ...found, spanCount: found.spanCount + added.length, spans };
  }

  return {
    ...reader,
    find: (traceId) => joined(traceId, reader.find(traceId)),
    findLarge: async (traceId, after, most) => {
      const found = await reader.findLarge(traceId, after, most);
      return after === undefined ? joined(traceId, found) : found;
    },
  };
}

function byStart(one: TraceSpan, other: TraceSpan): number {
  const [first, second] = [BigInt(one.startTimeUnixNano), BigInt(other.startTimeUnixNano)];
  return Number(first - second);
}

import type { DatabaseSync } from 'node:sqlite';
import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { spanStatuses } from '../otlp/records.ts';
import { nanoText } from './nano.ts';
import { asTraceRow } from './rows.ts';
import {
  attributeIn,
  hasAttribute,
  spanConditions,
  spansOfTrace,
  type TraceSearch,
  traceConditions,
} from './trace-filter.ts';
import type { TraceRow } from './trace-summary.ts';

/** Where a page ended: traces come by their start, then by their row, the newest first. */
export interface TracePosition {
  readonly startUs: number;
  readonly id: number;
}

export interface TracePage {
  readonly traces: TraceSummary[];
  readonly next: TracePosition | undefined;
}

export interface TraceSearcher {
  search(search: TraceSearch, after: TracePosition | undefined, limit: number): Promise<TracePage>;
}

/** Rows that are looked at before others get a turn. */
const rowsAtOnce = 5000;
/** A search that took so long answers with what it has; its caller goes on from there. */
const patienceMs = 2000;
const mostResources = 100;
const newest: TracePosition = { startUs: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

export function traceSearcher(db: DatabaseSync): TraceSearcher {
  db.function('has_attribute', { deterministic: true }, (content, resource, name, text) =>
    hasAttribute(String(content), String(resource), String(name), String(text)),
  );
  const resources = db.prepare('select id, content from resources order by id desc');
  const stretchEnd = db.prepare(
    `select start_us, id from traces where (start_us, id) < (?, ?) order by start_us desc, id desc limit 1 offset ${rowsAtOnce - 1}`,
  );

  function resourcesWith(q: string | undefined): number[] {
    const wanted = attributeIn(q);
    if (!wanted) return [];
    const matching: number[] = [];
    for (const { id, content } of resources.iterate())
      if (
        matching.length < mostResources &&
        hasAttribute('{"attributes":{}}', String(content), wanted.name, wanted.text)
      )
        matching.push(Number(id));
    return matching;
  }

  return {
    async search(search, after, limit) {
      const find = prepareSearch(db, search, resourcesWith(search.q));
      const traces: TraceRow[] = [];
      const deadline = performance.now() + patienceMs;
      let from = startOf(search, after);
      for (;;) {
        const end = stretchEnd.get(from.startUs, from.id);
        const to = end ? { startUs: Number(end.start_us), id: Number(end.id) } : { startUs: -1, id: -1 };
        traces.push(...find(from, to, limit + 1 - traces.length));
        if (traces.length > limit)
          return { traces: traces.slice(0, limit).map(toSummary), next: positionOf(traces[limit - 1]) };
        if (!end || to.startUs < (search.fromUs ?? 0)) return { traces: traces.map(toSummary), next: undefined };
        if (performance.now() > deadline) return { traces: traces.map(toSummary), next: to };
        from = to;
        await new Promise(setImmediate);
      }
    },
  };
}

function startOf({ toUs }: TraceSearch, after: TracePosition | undefined): TracePosition {
  const latest = toUs === undefined ? newest : { startUs: toUs, id: Number.MAX_SAFE_INTEGER };
  return after && after.startUs <= latest.startUs ? after : latest;
}

function prepareSearch(db: DatabaseSync, search: TraceSearch, resourceIds: readonly number[]) {
  const ofTrace = traceConditions(search, resourceIds);
  const ofSpan = spanConditions(search);
  // As scalar queries: SQLite turns an `exists` into a join, and then reads the traces in another order.
  const some =
    ofSpan.texts.length === 0
      ? []
      : [`(select 1 from spans s where ${[spansOfTrace, ...ofSpan.texts].join(' and ')} limit 1) is not null`];
  const conditions = [
    '(t.start_us, t.id) < (?, ?)',
    '(t.start_us, t.id) >= (?, ?)',
    't.start_us >= ?',
    ...ofTrace.texts,
    ...some,
  ];
  const statement = db.prepare(
    `select t.* from traces t where ${conditions.join(' and ')} order by t.start_us desc, t.id desc limit ?`,
  );
  return (from: TracePosition, to: TracePosition, most: number): TraceRow[] =>
    statement
      .all(from.startUs, from.id, to.startUs, to.id, search.fromUs ?? 0, ...ofTrace.values, ...ofSpan.values, most)
      .map(asTraceRow);
}

function positionOf(row: TraceRow | undefined): TracePosition | undefined {
  return row && { startUs: row.start_us, id: row.id };
}

function toSummary(row: TraceRow): TraceSummary {
  return {
    traceId: row.trace_id,
    service: row.service,
    name: row.name,
    startTimeUnixNano: nanoText({ us: row.start_us, rest: row.start_rest }),
    durationMs: (row.end_us - row.start_us) / 1000,
    status: row.error_count > 0 ? 'error' : (spanStatuses[row.first_status] ?? 'unset'),
    spanCount: row.span_count,
    errorCount: row.error_count,
    services: servicesOf(row),
  };
}

/** Only the writer of a trace writes this list. */
function servicesOf({ services }: TraceRow): string[] {
  return JSON.parse(services) as string[];
}

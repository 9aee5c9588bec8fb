import type { DatabaseSync } from 'node:sqlite';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { spanKinds, spanStatuses } from '../otlp/records.ts';
import { nanoText } from './nano.ts';
import { asSpanRow, type SpanRow } from './rows.ts';
import { spansPerTrace } from './schema.ts';
import { parseAttributes, parseContent } from './span-content.ts';

export interface StoredTrace {
  readonly spanCount: number;
  readonly spans: TraceSpan[];
}

export interface TraceReader {
  /** `gone`: it was here, and had to make room. */
  find(traceId: string): StoredTrace | 'gone' | 'unknown';
  /** What a span of it is called; undefined while it has not come. */
  nameOf(traceId: string, spanId: string): string | undefined;
}

const mostSpans = 10_000;

export function traceReader(db: DatabaseSync): TraceReader {
  const findTrace = db.prepare('select id, span_count from traces where trace_id = ?');
  const findSpans = db.prepare(
    `select s.*, r.service, r.content as resource from spans s join resources r on r.id = s.resource
     where s.id between ? and ? order by s.start_us, s.start_rest, s.id limit ${mostSpans}`,
  );
  const findName = db.prepare('select name from spans where id between ? and ? and span_id = ? limit 1');
  const findGone = db.prepare('select id from gone_traces where trace_id = ?');
  return {
    find(traceId) {
      const trace = findTrace.get(traceId);
      if (!trace) return findGone.get(traceId) ? 'gone' : 'unknown';
      const first = Number(trace.id) * spansPerTrace;
      const resources = new Map<string, TraceSpan['resource']>();
      const rows = findSpans.all(first, first + spansPerTrace - 1).map(asSpanRow);
      return { spanCount: Number(trace.span_count), spans: rows.map((row) => toSpan(traceId, row, resources)) };
    },
    nameOf(traceId, spanId) {
      const trace = findTrace.get(traceId);
      if (!trace) return undefined;
      const first = Number(trace.id) * spansPerTrace;
      const name = findName.get(first, first + spansPerTrace - 1, spanId)?.name;
      return typeof name === 'string' ? name : undefined;
    },
  };
}

function toSpan(traceId: string, row: SpanRow, resources: Map<string, TraceSpan['resource']>): TraceSpan {
  const { message, attributes, events, links } = parseContent(row.content);
  const resource = resources.get(row.resource) ?? parseAttributes(row.resource);
  resources.set(row.resource, resource);
  return {
    traceId,
    spanId: row.span_id,
    parentSpanId: row.parent_id,
    service: row.service,
    name: row.name,
    kind: spanKinds[row.kind] ?? 'internal',
    startTimeUnixNano: nanoText({ us: row.start_us, rest: row.start_rest }),
    durationMs: row.duration_ms,
    status: spanStatuses[row.status] ?? 'unset',
    statusMessage: message ?? null,
    attributes,
    resource,
    events: events ?? [],
    links: links ?? [],
    isUntrusted: row.is_untrusted === 1,
  };
}

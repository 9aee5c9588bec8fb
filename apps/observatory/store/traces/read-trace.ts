import type { DatabaseSync } from 'node:sqlite';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { type FlatAttributes, spanKinds, spanStatuses } from '../../otlp/records.ts';
import { nanoText } from '../nano.ts';
import { type GoneReason, goneReason } from '../pressure/gone-traces.ts';
import { asSpanRow, type Row, type SpanRow } from '../rows.ts';
import { spansPerTrace } from './schema.ts';
import { parseAttributes, parseContent } from './span-content.ts';
import { readWeights, weightiest } from './weightiest-spans.ts';

export interface StoredTrace {
  readonly spanCount: number;
  readonly spans: TraceSpan[];
  /** The row to go on from; undefined when these are all. */
  readonly next: number | undefined;
}

/** Why there is no trace to show. */
export type MissingTrace = GoneReason | 'unknown';

export interface TraceReader {
  /** Of a large trace those that came first. */
  find(traceId: string): StoredTrace | MissingTrace;
  /** So many of a trace that has more: first the errors and the longest, then all by their rows. */
  findLarge(traceId: string, after: number | undefined, most?: number): Promise<StoredTrace | MissingTrace>;
  spanCountOf(traceId: string): number;
  /** What a span of it is called; undefined while it has not come. */
  nameOf(traceId: string, spanId: string): string | undefined;
}

/** Spans of an answer. */
export const mostSpans = 10_000;
const spansAtOnce = 2000;

export function traceReader(db: DatabaseSync): TraceReader {
  const findTrace = db.prepare('select id, span_count from traces where trace_id = ?');
  const spanColumns = `s.id, lower(hex(s.span_id)) as span_id, case when s.parent_id is not null then lower(hex(s.parent_id)) end as parent_id,
    s.kind, s.status, s.start_us, s.start_rest, s.duration_ms, s.name, s.content, o.content as shared, r.service, r.content as resource
    from spans s join resources r on r.id = s.resource left join span_sorts o on o.id = s.sort`;
  const findSpans = db.prepare(
    `select ${spanColumns} where s.id between ? and ? order by s.start_us, s.start_rest, s.id limit ${mostSpans}`,
  );
  const findSome = db.prepare(`select ${spanColumns} where s.id in (select value from json_each(?)) order by s.id`);
  const findIds = db.prepare(`select id from spans where id between ? and ? order by id limit ${mostSpans + 1}`);
  const findName = db.prepare('select name from spans where id between ? and ? and span_id = unhex(?) limit 1');
  const reasonOf = goneReason(db);

  const missing = (traceId: string) => reasonOf(traceId) ?? 'unknown';

  async function some(traceId: string, ids: readonly number[]): Promise<TraceSpan[]> {
    const parsed = attributesReader();
    const spans: TraceSpan[] = [];
    for (let at = 0; at < ids.length; at += spansAtOnce) {
      const rows = findSome.all(JSON.stringify(ids.slice(at, at + spansAtOnce))).map(asSpanRow);
      spans.push(...rows.map((row) => toSpan(traceId, row, parsed)));
      await new Promise(setImmediate);
    }
    return spans;
  }

  return {
    find(traceId) {
      const trace = findTrace.get(traceId);
      if (!trace) return missing(traceId);
      const [first, last] = rowsOf(trace);
      const parsed = attributesReader();
      const spans = findSpans.all(first, last).map((row) => toSpan(traceId, asSpanRow(row), parsed));
      const spanCount = Number(trace.span_count);
      return { spanCount, spans, next: spanCount > spans.length ? first : undefined };
    },
    async findLarge(traceId, after, most = mostSpans) {
      const trace = findTrace.get(traceId);
      if (!trace) return missing(traceId);
      const [first, last] = rowsOf(trace);
      const spanCount = Number(trace.span_count);
      if (after === undefined) {
        const ids = weightiest(await readWeights(db, first, last), most);
        return { spanCount, spans: await some(traceId, ids), next: first };
      }
      const ids = findIds.all(Math.max(first, after), last).map(({ id }) => Number(id));
      return { spanCount, spans: await some(traceId, ids.slice(0, most)), next: ids[most] };
    },
    spanCountOf: (traceId) => Number(findTrace.get(traceId)?.span_count ?? 0),
    nameOf(traceId, spanId) {
      const trace = findTrace.get(traceId);
      if (!trace) return undefined;
      const name = findName.get(...rowsOf(trace), spanId)?.name;
      return typeof name === 'string' ? name : undefined;
    },
  };
}

/** The first and the last row that its spans may have. */
function rowsOf({ id }: Row): [first: number, last: number] {
  const first = Number(id) * spansPerTrace;
  return [first, first + spansPerTrace - 1];
}

/** What many spans share is read once. */
function attributesReader(): (content: string) => FlatAttributes {
  const read = new Map<string, FlatAttributes>();
  return (content) => {
    const attributes = read.get(content) ?? parseAttributes(content);
    read.set(content, attributes);
    return attributes;
  };
}

function toSpan(traceId: string, row: SpanRow, parsed: (content: string) => FlatAttributes): TraceSpan {
  const { message, attributes, events, links } = parseContent(row.content);
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
    attributes: row.shared === null ? attributes : { ...parsed(row.shared), ...attributes },
    resource: parsed(row.resource),
    events: events ?? [],
    links: links ?? [],
    isUntrusted: false,
  };
}

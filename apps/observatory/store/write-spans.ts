import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SpanRecord } from '../otlp/records.ts';
import { type ArrivedSpan, byTrace, type SpanArrival } from './arrivals.ts';
import { addTokens, resourceToken } from './attribute-token.ts';
import { splitNano } from './nano.ts';
import { asTraceRow } from './rows.ts';
import { spansPerTrace, tracesPerBlock } from './schema.ts';
import { contentOf } from './span-content.ts';
import { addSpan, durationMsOf, newTrace, type TraceRow } from './trace-summary.ts';
import { type RateWriter, rateWriter } from './write-rates.ts';
import { type ResourceWriter, resourceWriter } from './write-resources.ts';

export interface SpanWriter {
  /** Within a transaction. Returns how many went in, and how many found their trace full. */
  write(arrivals: readonly SpanArrival[], nowMs: number): { written: number; refused: number };
  /** Forgets what it knows of the tables, after a batch failed or resources have left. */
  forget(): void;
}

/** So that nobody fills a trace with what they made up before our own spans come. */
const mostUntrusted = 1000;

interface Tools {
  readonly statements: ReturnType<typeof prepareAll>;
  readonly resources: ResourceWriter;
  readonly rates: RateWriter;
}

export function spanWriter(db: DatabaseSync, nowMs: () => number): SpanWriter {
  const tools = { statements: prepareAll(db), resources: resourceWriter(db), rates: rateWriter(db, nowMs) };
  return {
    write(arrivals, arrivedMs) {
      const total = { written: 0, refused: 0 };
      for (const [traceId, spans] of byTrace(arrivals)) {
        const { written, refused } = writeTrace(tools, traceId, spans, arrivedMs);
        total.written += written;
        total.refused += refused;
      }
      tools.resources.noteUse();
      tools.rates.write();
      return total;
    },
    forget() {
      tools.resources.forget();
      tools.rates.clear();
    },
  };
}

function prepareAll(db: DatabaseSync) {
  return {
    findTrace: db.prepare('select * from traces where trace_id = ?'),
    insertTrace: db.prepare(
      `insert into traces (trace_id, arrived_ms, start_us, start_rest, end_us, service, name, first_status, is_untrusted,
         next_span, span_count, error_count, longest_ms, services, names)
       values (?, ?, ?, 0, 0, '', '', 0, 1, 0, 0, 0, 0, '[]', '')`,
    ),
    updateTrace: db.prepare(
      `update traces set start_us = ?, start_rest = ?, end_us = ?, service = ?, name = ?, first_status = ?, is_untrusted = ?,
         next_span = ?, span_count = ?, error_count = ?, longest_ms = ?, services = ?, names = ? where id = ?`,
    ),
    findSpans: db.prepare('select id, span_id, is_untrusted, status from spans where id between ? and ?'),
    insertSpan: db.prepare('insert into spans values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    deleteSpan: db.prepare('delete from spans where id = ?'),
    insertToken: db.prepare('insert or ignore into tokens values (?, ?, ?)'),
  };
}

function writeTrace(tools: Tools, traceId: string, spans: readonly ArrivedSpan[], arrivedMs: number) {
  const { statements, resources, rates } = tools;
  const { trace, isNew } = findOrInsert(statements, traceId, arrivedMs);
  const known = isNew ? new Map<string, KnownSpan>() : knownSpans(statements.findSpans, trace.id);
  const tokens = new Set<number>();
  let [written, refused] = [0, 0];
  for (const arrived of spans) {
    const { span, isUntrusted } = arrived;
    const before = known.get(span.spanId);
    // Senders repeat what they are not sure of; what a browser made up gives way to what was so.
    if (before && !(before.isUntrusted && !isUntrusted)) continue;
    if (trace.next_span >= (isUntrusted ? mostUntrusted : spansPerTrace)) {
      refused += 1;
      continue;
    }
    if (before) replace(statements.deleteSpan, trace, before);
    const id = trace.id * spansPerTrace + trace.next_span;
    const resource = resources.idOf(arrived.resource, trace.id);
    insert(statements.insertSpan, id, resource, arrived);
    known.set(span.spanId, { id, isUntrusted, isError: span.status === 2 });
    trace.next_span += 1;
    addSpan(trace, arrived);
    rates.count(arrived);
    addTokens(span.attributes, tokens);
    tokens.add(resourceToken(resource));
    written += before ? 0 : 1;
  }
  update(statements.updateTrace, trace);
  const block = Math.floor(trace.id / tracesPerBlock);
  for (const token of tokens) statements.insertToken.run(block, token, trace.id);
  return { written, refused };
}

interface KnownSpan {
  readonly id: number;
  readonly isUntrusted: boolean;
  readonly isError: boolean;
}

function findOrInsert({ findTrace, insertTrace }: Tools['statements'], traceId: string, arrivedMs: number) {
  const found = findTrace.get(traceId);
  if (found) return { trace: asTraceRow(found), isNew: false };
  const trace = newTrace(traceId, arrivedMs);
  const id = Number(insertTrace.run(traceId, arrivedMs, trace.start_us).lastInsertRowid);
  return { trace: { id, ...trace }, isNew: true };
}

function knownSpans(findSpans: StatementSync, traceRow: number): Map<string, KnownSpan> {
  const rows = findSpans.all(traceRow * spansPerTrace, traceRow * spansPerTrace + spansPerTrace - 1);
  return new Map(
    rows.map(({ id, span_id, is_untrusted, status }) => [
      String(span_id),
      { id: Number(id), isUntrusted: is_untrusted === 1, isError: status === 2 },
    ]),
  );
}

function replace(deleteSpan: StatementSync, trace: TraceRow, { id, isError }: KnownSpan): void {
  deleteSpan.run(id);
  trace.span_count -= 1;
  if (isError) trace.error_count -= 1;
}

function insert(insertSpan: StatementSync, id: number, resource: number, { span, isUntrusted }: ArrivedSpan): void {
  const start = splitNano(span.startNano);
  insertSpan.run(
    id,
    span.spanId,
    parentOf(span),
    resource,
    isUntrusted ? 1 : 0,
    span.kind,
    span.status,
    start.us,
    start.rest,
    durationMsOf(span),
    span.name,
    routeOf(span),
    contentOf(span),
  );
}

function parentOf({ parentSpanId }: SpanRecord): string | null {
  return /^0*$/.test(parentSpanId) ? null : parentSpanId;
}

function routeOf({ attributes }: SpanRecord): string | null {
  const route = attributes['http.route'];
  return typeof route === 'string' ? route : null;
}

function update(updateTrace: StatementSync, trace: TraceRow): void {
  updateTrace.run(
    trace.start_us,
    trace.start_rest,
    trace.end_us,
    trace.service,
    trace.name,
    trace.first_status,
    trace.is_untrusted,
    trace.next_span,
    trace.span_count,
    trace.error_count,
    trace.longest_ms,
    trace.services,
    trace.names,
    trace.id,
  );
}

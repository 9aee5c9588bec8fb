import type { DatabaseSync } from 'node:sqlite';
import { type ArrivedSpan, byTrace, type SpanArrival } from '../arrivals.ts';
import { type CountedSpans, countedSpans } from '../pressure/counted-spans.ts';
import { type GoneTraces, goneTraces } from '../pressure/gone-traces.ts';
import { type LeftOut, leftOut } from '../pressure/left-out.ts';
import { type UsualRequests, usualRequests } from '../pressure/usual-requests.ts';
import { type RateWriter, rateWriter } from '../rates/write-rates.ts';
import { type StatementRunWriter, statementRunWriter } from '../statements/write-statements.ts';
import { type EdgeWriter, edgeWriter } from '../topology/write-edges.ts';
import { resourceWriter } from '../write-resources.ts';
import { spansPerTrace, tracesPerBlock } from './schema.ts';
import { type SpanRows, spanRows } from './span-rows.ts';
import { spanSorts } from './span-sorts.ts';
import { type TraceRows, traceRows } from './trace-rows.ts';
import { addSpan, type TraceRow } from './trace-summary.ts';

/** What became of the spans of a batch. */
export interface WrittenSpans {
  written: number;
  /** Their trace was full. */
  refused: number;
  /** Their trace had to stay out: more came in than could be written. They are counted in all rates. */
  leftOut: number;
}

export interface SpanWriter {
  /** Within a transaction. While it is pressed, ordinary traces find no place. */
  write(arrivals: readonly SpanArrival[], nowMs: number, isPressed: boolean): WrittenSpans;
  /** Forgets what it knows of the tables, after a batch failed or resources have left. */
  forget(): void;
}

interface Tools {
  readonly traces: TraceRows;
  readonly spans: SpanRows;
  readonly rates: RateWriter;
  readonly edges: EdgeWriter;
  readonly statements: StatementRunWriter;
  readonly usual: UsualRequests;
  readonly leftOut: LeftOut;
  readonly counted: CountedSpans;
  readonly gone: GoneTraces;
  addToken(trace: TraceRow, token: number): void;
}

/** The spans of one trace that came together. */
interface Part {
  readonly traceId: string;
  readonly spans: readonly ArrivedSpan[];
  readonly nowMs: number;
}

export function spanWriter(db: DatabaseSync, nowMs: () => number): SpanWriter {
  const resources = resourceWriter(db);
  const sorts = spanSorts(db);
  const insertToken = db.prepare('insert or ignore into tokens values (?, ?, ?)');
  const tools: Tools = {
    traces: traceRows(db),
    spans: spanRows(db, resources, sorts),
    rates: rateWriter(db, nowMs),
    edges: edgeWriter(db, nowMs),
    statements: statementRunWriter(db, nowMs),
    usual: usualRequests(db),
    leftOut: leftOut(),
    counted: countedSpans(),
    gone: goneTraces(db),
    addToken: ({ id }, token) => void insertToken.run(Math.floor(id / tracesPerBlock), token, id),
  };
  return {
    write(arrivals, arrivedMs, isPressed) {
      const total = { written: 0, refused: 0, leftOut: 0 };
      const [told = [], ours = []] = [true, false].map((one) =>
        arrivals.filter(({ isUntrusted }) => isUntrusted === one),
      );
      // What browsers said is kept elsewhere; here it counts as the other end of a call.
      for (const { items, ...about } of told) for (const span of items) tools.edges.note({ ...about, span });
      for (const [traceId, spans] of byTrace(ours)) {
        const done = writePart(tools, { traceId, spans, nowMs: arrivedMs }, isPressed);
        total.written += done.written;
        total.refused += done.refused;
        total.leftOut += done.leftOut;
      }
      resources.noteUse();
      sorts.noteUse();
      tools.rates.write();
      tools.edges.write();
      tools.statements.write();
      return total;
    },
    forget() {
      resources.forget();
      sorts.forget();
      tools.rates.clear();
      tools.edges.clear();
      tools.statements.clear();
    },
  };
}

function writePart(tools: Tools, part: Part, isPressed: boolean): WrittenSpans {
  const { traceId, spans, nowMs } = part;
  const worth = tools.usual.worthOf(spans, nowMs);
  const found = tools.traces.find(traceId);
  if (!found && tools.leftOut.decide(traceId, worth, isPressed)) {
    const fresh = spans.filter(({ span }) => tools.counted.note(span));
    countAll(tools, fresh);
    tools.gone.note(traceId, 'pressure');
    return { written: 0, refused: 0, leftOut: fresh.length };
  }
  const trace = found ?? tools.traces.insert(traceId, nowMs);
  const known = found ? tools.spans.idsOf(trace.id) : new Set<string>();
  if (worth === 'special') trace.is_kept = 1;
  return { ...writeSpans(tools, trace, known, spans), leftOut: 0 };
}

function countAll({ rates, edges, statements }: Tools, spans: readonly ArrivedSpan[]): void {
  for (const arrived of spans) {
    rates.count(arrived);
    edges.note(arrived);
    statements.note(arrived);
  }
}

function writeSpans(tools: Tools, trace: TraceRow, known: Set<string>, spans: readonly ArrivedSpan[]) {
  const tokens = new Set<number>();
  const done = { written: 0, refused: 0 };
  for (const arrived of spans) {
    const { span } = arrived;
    // Senders repeat what they are not sure of.
    if (known.has(span.spanId)) continue;
    known.add(span.spanId);
    const isFull = trace.next_span >= spansPerTrace;
    const isNew = isFull ? tools.counted.note(span) : !tools.counted.has(span);
    if (isNew) countAll(tools, [arrived]);
    if (isFull) {
      if (isNew) done.refused += 1;
      continue;
    }
    trace.bytes += tools.spans.insert(trace.id, trace.next_span, arrived, tokens);
    trace.next_span += 1;
    addSpan(trace, arrived);
    done.written += 1;
  }
  tools.traces.update(trace);
  for (const token of tokens) tools.addToken(trace, token);
  return done;
}

import {
  type Attributes,
  context,
  createContextKey,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { attributeNames } from './names/attributes.ts';
import { sqlSpanClosed, sqlSpanOpened } from './open-sql-spans.ts';

const tracer = trace.getTracer('octo.database');

/** Opens the client span of one SQL statement as a child of the active span. */
export function startSqlSpan(spanName: string, attributes: Attributes): Span {
  const active = context.active();
  const span = tracer.startSpan(spanName, { kind: SpanKind.CLIENT, attributes }, active);
  sqlSpanOpened(span, active);
  return span;
}

/** How a statement ended: with so many rows, or with the engine's code of a failure. */
export type StatementOutcome = { rows: number } | { errorCode: string; isExpected?: boolean };

/** Closes it with the row count, or with the engine's error code. The error's text may hold data and is not kept. */
export function endSqlSpan(span: Span, outcome: StatementOutcome): void {
  if ('rows' in outcome) {
    span.setAttribute(attributeNames.rows, outcome.rows);
  } else {
    span.setAttribute(attributeNames.databaseError, outcome.errorCode);
    if (!outcome.isExpected) {
      span.setAttribute(attributeNames.errorType, outcome.errorCode);
      span.setStatus({ code: SpanStatusCode.ERROR, message: outcome.errorCode });
    }
  }
  span.end();
  sqlSpanClosed(span);
  for (const listener of listeners) listener(span);
}

const listeners = new Set<(span: Span) => void>();

/** Tells of every SQL span that ends from now, until it is disposed of. */
export function watchSqlSpans(listener: (span: Span) => void): Disposable {
  listeners.add(listener);
  return { [Symbol.dispose]: () => void listeners.delete(listener) };
}

const expecting = createContextKey('octo a duplicate is an answer');

/** Runs a write whose caller has an answer for a row that is there already: its refusal is then no error of the statement. */
export function expectingDuplicate<T>(write: () => Promise<T>): Promise<T> {
  return context.with(context.active().setValue(expecting, true), write);
}

export function isDuplicateExpected(): boolean {
  return context.active().getValue(expecting) === true;
}

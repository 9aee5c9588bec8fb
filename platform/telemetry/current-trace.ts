import type { Span } from '@opentelemetry/api';
import type { Trace } from '../context/context.ts';

/** The W3C traceparent of a span, to store with work that follows later. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-0${traceFlags & 1}`;
}

/** The trace fields of a context for work in this span. */
export function traceOfSpan(span: Span): Trace {
  return { traceId: span.spanContext().traceId, traceparent: traceparentOf(span) };
}

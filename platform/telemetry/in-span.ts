import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { errorCode, isOurFailure } from '../errors/app-error.ts';

const tracer = trace.getTracer('octo');

/** Runs `work` inside a span. Only failures of ours make the span an error; a business decline is an outcome. */
export async function inSpan<T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracer.startSpan(name, { kind, attributes });
  try {
    return await context.with(trace.setSpan(context.active(), span), work, undefined, span);
  } catch (error) {
    recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Notes on a span how its work failed. Messages of unknown errors may hold data, so only the code is kept. */
export function recordFailure(span: Span, error: unknown): void {
  span.setAttribute('octo.outcome', errorCode(error));
  if (!isOurFailure(error)) return;
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
  span.setStatus({ code: SpanStatusCode.ERROR, message: errorCode(error) });
}

/** Work that the service does by itself: the root of a trace of its own. */
export function inBackgroundSpan<T>(name: string, work: (span: Span) => Promise<T>): Promise<T> {
  return context.with(ROOT_CONTEXT, () => inSpan(name, SpanKind.INTERNAL, {}, work));
}

/** Work that follows from other work later, in the trace that its traceparent names; a root of its own when there is none. */
export function inStoredTrace<T>(
  name: string,
  traceparent: string | null,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const carrier = traceparent === null ? {} : { traceparent };
  const parent = propagation.extract(ROOT_CONTEXT, carrier);
  return context.with(parent, () => inSpan(name, SpanKind.INTERNAL, {}, work));
}

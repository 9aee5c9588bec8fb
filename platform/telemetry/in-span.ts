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
import { attributeNames } from './names/attributes.ts';
import { withWork } from './workflow.ts';

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
  span.setAttribute(attributeNames.outcome, errorCode(error));
  if (!isOurFailure(error)) return;
  span.setAttribute(attributeNames.errorType, error instanceof Error ? error.name : 'unknown');
  span.setStatus({ code: SpanStatusCode.ERROR, message: errorCode(error) });
}

/** Work that the service does by itself: the root of a trace of its own. */
export function inBackgroundSpan<T>(name: string, work: (span: Span) => Promise<T>, workflowId?: string): Promise<T> {
  return inStoredTrace(name, { traceparent: null, workflowId }, work);
}

/** Where work that follows from other work came from. */
export interface Origin {
  /** W3C traceparent; null makes the work the root of a trace of its own. */
  traceparent: string | null;
  workflowId: string | undefined;
  /** Of the request that asked for it, where that is known. */
  requestId?: string | undefined;
}

/** Work that follows from other work later, in the trace, the workflow and the request that it came from. */
export function inStoredTrace<T>(name: string, origin: Origin, work: (span: Span) => Promise<T>): Promise<T> {
  const { traceparent, workflowId, requestId } = origin;
  const carrier = traceparent === null ? {} : { traceparent };
  const parent = withWork(propagation.extract(ROOT_CONTEXT, carrier), { workflowId, requestId });
  return context.with(parent, () => inSpan(name, SpanKind.INTERNAL, {}, work));
}

import {
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { newSpanId, newTraceId } from './ids.ts';
import { RecordedSpan } from './recorded-span.ts';
import { followSystemClock } from './time.ts';

/** A tracer that records every span, whatever a caller's traceparent says of sampling. */
export function createTracer(scope: string, onEnd: (span: RecordedSpan) => void): Tracer {
  function startSpan(name: string, options: SpanOptions = {}, active: Context = context.active()): Span {
    if (isTracingSuppressed(active)) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    const parent = options.root ? undefined : parentIn(active);
    if (!parent) followSystemClock();
    const span = new RecordedSpan(
      name,
      {
        scope,
        kind: options.kind ?? SpanKind.INTERNAL,
        context: contextBelow(parent),
        parent,
        startTime: options.startTime,
      },
      onEnd,
    );
    span.attributes.setAll(options.attributes);
    if (options.links) span.addLinks(options.links);
    return span;
  }
  return { startSpan, startActiveSpan: activeSpanStarter(startSpan) };
}

function parentIn(active: Context): SpanContext | undefined {
  const span = trace.getSpan(active);
  if (span instanceof RecordedSpan) return span.start.context;
  const parent = span?.spanContext();
  return parent && isSpanContextValid(parent) ? parent : undefined;
}

function contextBelow(parent: SpanContext | undefined): SpanContext {
  const spanId = newSpanId();
  if (!parent) return { traceId: newTraceId(), spanId, traceFlags: TraceFlags.SAMPLED };
  const { traceId, traceState } = parent;
  const ids = { traceId, spanId, traceFlags: TraceFlags.SAMPLED };
  return traceState ? { ...ids, traceState } : ids;
}

/** The API lets a caller leave out what stands between the name and the work. */
function activeSpanStarter(startSpan: Tracer['startSpan']): Tracer['startActiveSpan'] {
  return <Work extends (span: Span) => unknown>(
    name: string,
    ...rest: [Work] | [SpanOptions, Work] | [SpanOptions, Context, Work]
  ) => {
    const work = asWork<Work>(rest.at(-1));
    const options = rest.length > 1 ? asOptions(rest[0]) : {};
    const parent = rest.length === 3 ? rest[1] : context.active();
    const span = startSpan(name, options, parent);
    return asResult<Work>(context.with(trace.setSpan(parent, span), () => work(span)));
  };
}

/** The last argument, by the declaration of the API. */
function asWork<Work>(value: unknown): Work {
  return value as Work;
}

/** The first of several arguments, by the declaration of the API. */
function asOptions(value: unknown): SpanOptions {
  return value as SpanOptions;
}

/** What the work returned. */
function asResult<Work extends (span: Span) => unknown>(value: unknown): ReturnType<Work> {
  return value as ReturnType<Work>;
}

import { isSpanContextValid, trace } from '@opentelemetry/api';

/** The trace that this is done in; undefined for what a service does by itself without spans. */
export function currentTraceId(): string | undefined {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context) ? context.traceId : undefined;
}

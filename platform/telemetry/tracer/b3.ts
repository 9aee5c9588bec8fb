import { type Context, isSpanContextValid, type TextMapGetter, TraceFlags, trace } from '@opentelemetry/api';

/** Trace and span, what was decided of sampling, and the parent of the span. */
const single = /^(?<traceId>[0-9a-f]{16}|[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})(-(?<sampled>[01d]))?(-[0-9a-f]{16})?$/;

/** The context of who calls with Zipkin's headers: `b3` in one, else X-B3-TraceId and X-B3-SpanId. Unchanged if there is none. */
export function extractB3<Carrier>(context: Context, carrier: Carrier, getter: TextMapGetter<Carrier>): Context {
  if (getter.get(carrier, 'b3') === undefined && getter.get(carrier, 'x-b3-traceid') === undefined) return context;
  const read = (name: string) => [getter.get(carrier, name)].flat()[0]?.trim().toLowerCase();
  const found = single.exec(read('b3') ?? severalHeaders(read))?.groups;
  if (!found) return context;
  const { traceId = '', spanId = '', sampled = '' } = found;
  const span = {
    traceId: traceId.padStart(32, '0'),
    spanId,
    isRemote: true,
    traceFlags: sampled === '1' || sampled === 'd' ? TraceFlags.SAMPLED : TraceFlags.NONE,
  };
  return isSpanContextValid(span) ? trace.setSpanContext(context, span) : context;
}

/** As they would stand in the single header. */
function severalHeaders(read: (name: string) => string | undefined): string {
  const traceId = read('x-b3-traceid');
  if (traceId === undefined) return '';
  const isDebug = read('x-b3-flags') === '1';
  const sampled = isDebug || ['1', 'true'].includes(read('x-b3-sampled') ?? '');
  return `${traceId}-${read('x-b3-spanid') ?? ''}-${sampled ? 1 : 0}`;
}

import { type Attributes, type Link, SpanKind, type SpanStatusCode } from '@opentelemetry/api';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

export interface SdkSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind?: SpanKind;
  /** Seconds since 1970 and nanoseconds. */
  start?: [number, number];
  end?: [number, number];
  status?: { code: SpanStatusCode; message?: string };
  attributes?: Attributes;
  events?: { name: string; time: [number, number]; attributes?: Attributes }[];
  links?: Link[];
}

const resources = new Map<string, Resource>();

function resourceOf(service: string): Resource {
  const known = resources.get(service) ?? resourceFromAttributes({ 'service.name': service });
  resources.set(service, known);
  return known;
}

/** A span as OpenTelemetry's own encoders take it: they are not ours, so what we read from them proves something. */
export function sdkSpan(span: SdkSpan, service = 'sdk'): ReadableSpan {
  const { traceId, spanId, parentSpanId, start = [1_795_000_000, 0], end = start } = span;
  return {
    name: span.name,
    kind: span.kind ?? SpanKind.INTERNAL,
    spanContext: () => ({ traceId, spanId, traceFlags: 1 }),
    ...(parentSpanId === undefined ? {} : { parentSpanContext: { traceId, spanId: parentSpanId, traceFlags: 1 } }),
    startTime: start,
    endTime: end,
    duration: [0, 0],
    ended: true,
    status: span.status ?? { code: 0 },
    attributes: span.attributes ?? {},
    events: span.events ?? [],
    links: span.links ?? [],
    resource: resourceOf(service),
    instrumentationScope: { name: 'test' },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

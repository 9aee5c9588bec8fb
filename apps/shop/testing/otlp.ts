import { type Fields, readFields } from '@octo/platform/testing/protobuf-fields.ts';

/** A span as an OTLP receiver sees it. */
export interface ReceivedSpan {
  name: string;
  kind: 'INTERNAL' | 'SERVER' | 'CLIENT' | undefined;
  traceId: string;
  parentSpanId: string;
  attributes: Record<string, unknown>;
}

export interface ReceivedSpans {
  resource: Record<string, unknown>;
  spans: ReceivedSpan[];
}

/** By the numbers of Span.SpanKind; nobody here is a producer or consumer. */
const kinds = [undefined, 'INTERNAL', 'SERVER', 'CLIENT'] as const;

/** Reads an ExportTraceServiceRequest from its protobuf bytes, by the numbers of opentelemetry/proto/trace/v1/trace.proto. */
export function readTraceRequest(body: Buffer): ReceivedSpans[] {
  return messages(readFields(body), 1).map((resourceSpans) => ({
    resource: messages(resourceSpans, 1).map((resource) => readAttributes(resource, 1))[0] ?? {},
    spans: messages(resourceSpans, 2).flatMap((scopeSpans) => messages(scopeSpans, 2).map(readSpan)),
  }));
}

function readSpan(span: Fields): ReceivedSpan {
  return {
    traceId: bytes(span, 1).toString('hex'),
    parentSpanId: bytes(span, 4).toString('hex'),
    name: bytes(span, 5).toString(),
    kind: kinds[Number(span.get(6)?.[0] ?? 0)],
    attributes: readAttributes(span, 9),
  };
}

export function readAttributes(owner: Fields, number: number): Record<string, unknown> {
  const pairs = messages(owner, number).map((pair) => [bytes(pair, 1).toString(), readValue(messages(pair, 2)[0])]);
  return Object.fromEntries(pairs);
}

function readValue(value: Fields | undefined): unknown {
  const text = value?.get(1)?.[0];
  if (Buffer.isBuffer(text)) return text.toString();
  const whole = value?.get(3)?.[0];
  return typeof whole === 'bigint' ? Number(whole) : undefined;
}

export function messages(owner: Fields, number: number): Fields[] {
  return (owner.get(number) ?? []).filter(Buffer.isBuffer).map(readFields);
}

export function bytes(owner: Fields, number: number): Buffer {
  const [value] = owner.get(number) ?? [];
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

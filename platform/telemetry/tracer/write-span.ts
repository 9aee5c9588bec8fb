import { type SpanContext, SpanStatusCode } from '@opentelemetry/api';
import { writeAttribute } from '../otlp/attribute.ts';
import type { ByteWriter } from '../otlp/byte-writer.ts';
import { recordField } from '../otlp/envelope.ts';
import type { RecordedSpan, SpanEvent, SpanLink } from './recorded-span.ts';
import type { SpanAttributes } from './span-attributes.ts';

/** Beside the trace flags: whether the other end is in another process, and that this is known. */
const remoteIsKnown = 0x100;
const isRemote = 0x200;
/** As the wire numbers them; the API has the other order. */
const statusOnWire = { [SpanStatusCode.UNSET]: 0, [SpanStatusCode.OK]: 1, [SpanStatusCode.ERROR]: 2 };

/** Writes a Span by the numbers of opentelemetry/proto/trace/v1/trace.proto. */
export function writeSpan(to: ByteWriter, span: RecordedSpan): void {
  const { context, parent, kind } = span.start;
  const start = to.open(recordField);
  writeIds(to, context);
  if (parent) to.hex(4, parent.spanId);
  to.text(5, span.name);
  to.whole(6, kind + 1);
  to.instant(7, span.startMs);
  to.instant(8, span.endMs);
  writeAttributes(to, 9, span.attributes);
  for (const event of span.events ?? []) writeEvent(to, event);
  if (span.droppedEvents > 0) to.whole(12, span.droppedEvents);
  for (const link of span.links ?? []) writeLink(to, link);
  if (span.droppedLinks > 0) to.whole(14, span.droppedLinks);
  if (span.status.code !== SpanStatusCode.UNSET) writeStatus(to, span);
  to.fixed32(16, flagsOf(context.traceFlags, parent));
  to.close(start);
}

/** The ids of a span, as Span and Link begin. */
function writeIds(to: ByteWriter, { traceId, spanId, traceState }: SpanContext): void {
  to.hex(1, traceId);
  to.hex(2, spanId);
  if (traceState) to.text(3, traceState.serialize());
}

/** Attributes, and in the field after them how many there was no room for. */
function writeAttributes(to: ByteWriter, field: number, { names, values, dropped }: SpanAttributes): void {
  for (let index = 0; index < names.length; index += 1) {
    const [name, value] = [names[index], values[index]];
    if (name !== undefined && value !== undefined) writeAttribute(to, field, name, value);
  }
  if (dropped > 0) to.whole(field + 1, dropped);
}

function writeEvent(to: ByteWriter, { name, timeMs, attributes }: SpanEvent): void {
  const start = to.open(11);
  to.instant(1, timeMs);
  to.text(2, name);
  writeAttributes(to, 3, attributes);
  to.close(start);
}

function writeLink(to: ByteWriter, { context, attributes }: SpanLink): void {
  const start = to.open(13);
  writeIds(to, context);
  writeAttributes(to, 4, attributes);
  to.fixed32(6, flagsOf(context.traceFlags, context));
  to.close(start);
}

function writeStatus(to: ByteWriter, { status }: RecordedSpan): void {
  const start = to.open(15);
  if (status.message) to.text(2, status.message);
  to.whole(3, statusOnWire[status.code]);
  to.close(start);
}

function flagsOf(traceFlags: number, other: SpanContext | undefined): number {
  return (traceFlags & 0xff) | remoteIsKnown | (other?.isRemote ? isRemote : 0);
}

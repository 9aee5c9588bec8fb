import { clip, type Gathering, gather, limits, type Tally } from '../limits.ts';
import {
  emptySpan,
  type FromResource,
  type SpanEventRecord,
  type SpanLinkRecord,
  type SpanRecord,
} from '../records.ts';
import { readAttribute } from './attributes.ts';
import { enumeration, fixed64, hex, message, type Reader, skip, tag, text } from './reader.ts';
import { readExport } from './resource.ts';

/** Reads an ExportTraceServiceRequest, by the numbers of opentelemetry/proto/trace/v1/trace.proto. */
export function readTraces(body: Buffer, tally: Tally): FromResource<SpanRecord>[] {
  return readExport<SpanRecord>(body, tally, (reader, add) => add(readSpan(reader, tally)));
}

function readSpan(reader: Reader, tally: Tally): SpanRecord {
  const span = emptySpan();
  const gathering = gather(limits.attributes, tally);
  while (reader.at < reader.end) {
    const key = tag(reader);
    readSpanField(reader, key >>> 3, key & 7, span, gathering);
  }
  span.attributes = gathering.attributes;
  return span;
}

function readSpanField(reader: Reader, field: number, wire: number, span: SpanRecord, gathering: Gathering): void {
  const { tally } = gathering;
  if (field === 9) readAttribute(message(reader, wire), gathering);
  else if (field === 1) span.traceId = hex(reader, wire);
  else if (field === 2) span.spanId = hex(reader, wire);
  else if (field === 4) span.parentSpanId = hex(reader, wire);
  else if (field === 5) span.name = clip(text(reader, wire), limits.nameLength, tally);
  else if (field === 6) span.kind = kindOf(enumeration(reader, wire));
  else if (field === 7) span.startNano = fixed64(reader, wire);
  else if (field === 8) span.endNano = fixed64(reader, wire);
  else if (field === 11) addBounded(span.events, limits.events, reader, wire, tally, readEvent);
  else if (field === 13) addBounded(span.links, limits.links, reader, wire, tally, readLink);
  else if (field === 15) readStatus(message(reader, wire), span, tally);
  else skip(reader, wire);
}

/** 0 is unspecified, 1 internal, and so on. */
export function kindOf(number: number): number {
  return number >= 1 && number <= 5 ? number - 1 : 0;
}

function addBounded<Item>(
  items: Item[],
  most: number,
  reader: Reader,
  wire: number,
  tally: Tally,
  read: (reader: Reader, tally: Tally) => Item,
): void {
  const inner = message(reader, wire);
  if (items.length < most) items.push(read(inner, tally));
  else tally.cut += 1;
}

function readEvent(reader: Reader, tally: Tally): SpanEventRecord {
  const gathering = gather(limits.eventAttributes, tally);
  const event: SpanEventRecord = { timeNano: 0n, name: '', attributes: gathering.attributes };
  while (reader.at < reader.end) {
    const key = tag(reader);
    const field = key >>> 3;
    if (field === 1) event.timeNano = fixed64(reader, key & 7);
    else if (field === 2) event.name = clip(text(reader, key & 7), limits.nameLength, tally);
    else if (field === 3) readAttribute(message(reader, key & 7), gathering);
    else skip(reader, key & 7);
  }
  return event;
}

function readLink(reader: Reader, tally: Tally): SpanLinkRecord {
  const gathering = gather(limits.eventAttributes, tally);
  const link: SpanLinkRecord = { traceId: '', spanId: '', attributes: gathering.attributes };
  while (reader.at < reader.end) {
    const key = tag(reader);
    const field = key >>> 3;
    if (field === 1) link.traceId = hex(reader, key & 7);
    else if (field === 2) link.spanId = hex(reader, key & 7);
    else if (field === 4) readAttribute(message(reader, key & 7), gathering);
    else skip(reader, key & 7);
  }
  return link;
}

function readStatus(reader: Reader, span: SpanRecord, tally: Tally): void {
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 2) span.statusMessage = clip(text(reader, key & 7), limits.nameLength, tally);
    else if (key >>> 3 === 3) span.status = statusCodeOf(enumeration(reader, key & 7));
    else skip(reader, key & 7);
  }
}

export function statusCodeOf(number: number): number {
  return number === 1 || number === 2 ? number : 0;
}

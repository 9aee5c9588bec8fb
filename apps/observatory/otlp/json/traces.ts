import { clip, gather, limits, type Tally } from '../limits.ts';
import { kindOf, statusCodeOf } from '../protobuf/traces.ts';
import type { FromResource, SpanEventRecord, SpanLinkRecord, SpanRecord } from '../records.ts';
import { readAttributes } from './attributes.ts';
import { enumOf, type Fields, fieldsOf, idOf, int64Of, listOf, textOf } from './fields.ts';
import { readExport } from './resource.ts';

const layers = { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' };
const kindNames = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const statusNames = ['UNSET', 'OK', 'ERROR'];

/** Reads an ExportTraceServiceRequest in OTLP's JSON. */
export function readTraces(body: Buffer, tally: Tally): FromResource<SpanRecord>[] {
  return readExport(body, layers, tally, (fields) => [readSpan(fields, tally)]);
}

function readSpan(fields: Fields, tally: Tally): SpanRecord {
  const status = fields.status === undefined ? {} : fieldsOf(fields.status, 'status');
  return {
    traceId: idOf(fields.traceId, 'traceId'),
    spanId: idOf(fields.spanId, 'spanId'),
    parentSpanId: idOf(fields.parentSpanId, 'parentSpanId'),
    name: clip(textOf(fields.name, 'name'), limits.nameLength, tally),
    kind: kindOf(enumOf(fields.kind, 'SPAN_KIND_', kindNames)),
    startNano: int64Of(fields.startTimeUnixNano, 'startTimeUnixNano'),
    endNano: int64Of(fields.endTimeUnixNano, 'endTimeUnixNano'),
    status: statusCodeOf(enumOf(status.code, 'STATUS_CODE_', statusNames)),
    statusMessage: clip(textOf(status.message, 'message'), limits.nameLength, tally),
    attributes: readAttributes(fields.attributes, gather(limits.attributes, tally)),
    events: bounded(fields.events, 'events', limits.events, tally).map((event) => readEvent(event, tally)),
    links: bounded(fields.links, 'links', limits.links, tally).map((link) => readLink(link, tally)),
  };
}

function bounded(value: unknown, name: string, most: number, tally: Tally): Fields[] {
  const items = listOf(value, name);
  tally.cut += Math.max(0, items.length - most);
  return items.slice(0, most);
}

function readEvent(fields: Fields, tally: Tally): SpanEventRecord {
  return {
    timeNano: int64Of(fields.timeUnixNano, 'timeUnixNano'),
    name: clip(textOf(fields.name, 'name'), limits.nameLength, tally),
    attributes: readAttributes(fields.attributes, gather(limits.eventAttributes, tally)),
  };
}

function readLink(fields: Fields, tally: Tally): SpanLinkRecord {
  return {
    traceId: idOf(fields.traceId, 'traceId'),
    spanId: idOf(fields.spanId, 'spanId'),
    attributes: readAttributes(fields.attributes, gather(limits.eventAttributes, tally)),
  };
}

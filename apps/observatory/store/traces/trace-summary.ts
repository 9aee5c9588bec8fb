import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { errorStatus } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { splitNano } from '../nano.ts';

/** The row of a trace, kept up as its spans come. */
export interface TraceRow {
  id: number;
  trace_id: string;
  arrived_ms: number;
  start_us: number;
  start_rest: number;
  end_us: number;
  service: string;
  name: string;
  first_status: number;
  next_span: number;
  span_count: number;
  error_count: number;
  longest_ms: number;
  /** About what it takes. */
  bytes: number;
  /** Something in it is an error, slow, or seldom: it leaves later than others. */
  is_kept: number;
  /** A JSON list. */
  services: string;
  /** Names and routes of its spans, one a line, to search in. */
  names: string;
}

const longestNames = 8192;
const longestLine = 514;
/** With so many, some may be missing. */
export const fullNames = longestNames - longestLine;
const mostServices = 100;

export function newTrace(traceId: string, arrivedMs: number): Omit<TraceRow, 'id'> {
  return {
    trace_id: traceId,
    arrived_ms: arrivedMs,
    start_us: Number.MAX_SAFE_INTEGER,
    start_rest: 0,
    end_us: 0,
    service: '',
    name: '',
    first_status: 0,
    next_span: 0,
    span_count: 0,
    error_count: 0,
    longest_ms: 0,
    bytes: 0,
    is_kept: 0,
    services: '[]',
    names: '',
  };
}

export function addSpan(trace: TraceRow, { span, resource }: ArrivedSpan): void {
  trace.span_count += 1;
  if (span.status === errorStatus) trace.error_count += 1;
  trace.longest_ms = Math.max(trace.longest_ms, durationMsOf(span));
  addService(trace, resource.service);
  addName(trace, span.name);
  const route = span.attributes[attributeNames.route];
  if (typeof route === 'string') addName(trace, route);
  const start = splitNano(span.startNano);
  trace.end_us = Math.max(trace.end_us, splitNano(span.endNano).us);
  const isEarlier = start.us - trace.start_us || start.rest - trace.start_rest;
  if (isEarlier > 0 || (isEarlier === 0 && span.parentSpanId !== '')) return;
  trace.start_us = start.us;
  trace.start_rest = start.rest;
  trace.service = resource.service;
  trace.name = span.name;
  trace.first_status = span.status;
}

export function durationMsOf({ startNano, endNano }: { startNano: bigint; endNano: bigint }): number {
  return Number(endNano - startNano) / 1e6;
}

function addService(trace: TraceRow, service: string): void {
  const written = JSON.stringify(service);
  if (trace.services.includes(written)) return;
  const services: string[] = JSON.parse(trace.services);
  if (services.length < mostServices) trace.services = JSON.stringify([...services, service]);
}

function addName(trace: TraceRow, name: string): void {
  const line = `\n${name.slice(0, longestLine - 2)}\n`;
  if (trace.names.includes(line) || trace.names.length + line.length > longestNames) return;
  trace.names = trace.names === '' ? line : `${trace.names}${line.slice(1)}`;
}

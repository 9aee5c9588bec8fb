import type { SQLOutputValue } from 'node:sqlite';
import type { TraceRow } from './trace-summary.ts';

export type Row = Record<string, SQLOutputValue>;

export interface SpanRow {
  id: number;
  span_id: string;
  parent_id: string | null;
  is_untrusted: number;
  kind: number;
  status: number;
  start_us: number;
  start_rest: number;
  duration_ms: number;
  name: string;
  content: string;
  service: string;
  /** The attributes of its resource. */
  resource: string;
}

export interface LogRow {
  id: number;
  time_us: number;
  time_rest: number;
  service: string;
  severity: string;
  body: string;
  trace_id: string | null;
  span_id: string | null;
  attributes: string;
}

/** The columns of a statement are what the schema says of them. */
export function asTraceRow(row: Row): TraceRow {
  return row as unknown as TraceRow;
}

export function asSpanRow(row: Row): SpanRow {
  return row as unknown as SpanRow;
}

export function asLogRow(row: Row): LogRow {
  return row as unknown as LogRow;
}

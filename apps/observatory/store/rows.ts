import type { SQLOutputValue } from 'node:sqlite';
import type { TraceRow } from './traces/trace-summary.ts';

export type Row = Record<string, SQLOutputValue>;

export interface SpanRow {
  id: number;
  span_id: string;
  parent_id: string | null;
  kind: number;
  status: number;
  start_us: number;
  start_rest: number;
  duration_ms: number;
  name: string;
  content: string;
  /** The attributes that it shares with others of its sort. */
  shared: string | null;
  service: string;
  /** The attributes of its resource. */
  resource: string;
}

/** The columns of a statement are what the schema says of them. */
export function asTraceRow(row: Row): TraceRow {
  return row as unknown as TraceRow;
}

export function asSpanRow(row: Row): SpanRow {
  return row as unknown as SpanRow;
}

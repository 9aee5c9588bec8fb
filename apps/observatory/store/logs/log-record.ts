import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { nanoText } from '../nano.ts';
import type { Row } from '../rows.ts';
import { parseAttributes } from '../traces/span-content.ts';

interface LogRow {
  id: number;
  time_us: number;
  time_rest: number;
  service: string;
  instance: string;
  severity: string;
  body: string;
  trace_id: string | null;
  span_id: string | null;
  attributes: string;
}

/** What a record is made of: of logs `l` and log_kinds `k`. */
export const lineColumns =
  'l.id, l.time_us, l.time_rest, k.service, k.instance, k.severity, l.body, l.trace_id, l.span_id, l.attributes';

export function toRecord(row: Row): LogRecord {
  const line = asLogRow(row);
  return {
    id: String(line.id),
    timeUnixNano: nanoText({ us: line.time_us, rest: line.time_rest }),
    service: line.service,
    instance: line.instance === '' ? null : line.instance,
    severity: line.severity,
    body: line.body,
    traceId: line.trace_id,
    spanId: line.span_id,
    attributes: parseAttributes(line.attributes),
  };
}

/** The columns of a statement are what the schema says of them. */
function asLogRow(row: Row): LogRow {
  return row as unknown as LogRow;
}

import type { TraceSummary } from '@octo/contracts/observatory.ts';
import { spanStatuses } from '../../otlp/records.ts';
import { nanoText } from '../nano.ts';
import type { TraceRow } from './trace-summary.ts';

/** A line of the list of traces. */
export function toSummary(row: TraceRow): TraceSummary {
  return {
    traceId: row.trace_id,
    service: row.service,
    name: row.name,
    startTimeUnixNano: nanoText({ us: row.start_us, rest: row.start_rest }),
    durationMs: (row.end_us - row.start_us) / 1000,
    status: row.error_count > 0 ? 'error' : (spanStatuses[row.first_status] ?? 'unset'),
    spanCount: row.span_count,
    errorCount: row.error_count,
    services: servicesOf(row.services),
  };
}

/** Only the writer of a trace writes this list. */
export function servicesOf(services: string): string[] {
  return JSON.parse(services) as string[];
}

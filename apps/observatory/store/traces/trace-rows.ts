import type { DatabaseSync } from 'node:sqlite';
import { asTraceRow } from '../rows.ts';
import { newTrace, type TraceRow } from './trace-summary.ts';

/** The rows of traces, which stand for all their spans. */
export interface TraceRows {
  find(traceId: string): TraceRow | undefined;
  insert(traceId: string, arrivedMs: number): TraceRow;
  update(trace: TraceRow): void;
}

export function traceRows(db: DatabaseSync): TraceRows {
  const find = db.prepare('select * from traces where trace_id = ?');
  const insert = db.prepare(
    `insert into traces (trace_id, arrived_ms, start_us, start_rest, end_us, service, name, first_status,
       next_span, span_count, error_count, longest_ms, bytes, is_kept, services, names)
     values (?, ?, ?, 0, 0, '', '', 0, 0, 0, 0, 0, 0, 0, '[]', '')`,
  );
  const update = db.prepare(
    `update traces set start_us = ?, start_rest = ?, end_us = ?, service = ?, name = ?, first_status = ?,
       next_span = ?, span_count = ?, error_count = ?, longest_ms = ?, bytes = ?, is_kept = ?, services = ?, names = ?
     where id = ?`,
  );
  return {
    find(traceId) {
      const found = find.get(traceId);
      return found && asTraceRow(found);
    },
    insert(traceId, arrivedMs) {
      const trace = newTrace(traceId, arrivedMs);
      return { id: Number(insert.run(traceId, arrivedMs, trace.start_us).lastInsertRowid), ...trace };
    },
    update(trace) {
      update.run(
        trace.start_us,
        trace.start_rest,
        trace.end_us,
        trace.service,
        trace.name,
        trace.first_status,
        trace.next_span,
        trace.span_count,
        trace.error_count,
        trace.longest_ms,
        trace.bytes,
        trace.is_kept,
        trace.services,
        trace.names,
        trace.id,
      );
    },
  };
}

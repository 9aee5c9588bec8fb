import type { DatabaseSync } from 'node:sqlite';
import type { FromResource, LogLine } from '../otlp/records.ts';
import { isSpanId, isTraceId } from '../otlp/validity.ts';
import { splitNano } from './nano.ts';

export interface LogWriter {
  /** Within a transaction. */
  write(arrivals: readonly FromResource<LogLine>[], nowMs: number): number;
}

export function logWriter(db: DatabaseSync): LogWriter {
  const insert = db.prepare(
    `insert into logs (arrived_ms, time_us, time_rest, service, severity, body, trace_id, span_id, attributes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    write(arrivals, arrivedMs) {
      let written = 0;
      for (const { items, resource } of arrivals)
        for (const { timeNano, severity, body, traceId, spanId, attributes } of items) {
          // A line that says nothing of when was written as it came.
          const time = timeNano > 0n ? splitNano(timeNano) : { us: arrivedMs * 1000, rest: 0 };
          const ids = [isTraceId(traceId) ? traceId : null, isSpanId(spanId) ? spanId : null];
          const about = [arrivedMs, time.us, time.rest, resource.service, severity, body];
          insert.run(...about, ...ids, JSON.stringify(attributes));
          written += 1;
        }
      return written;
    },
  };
}

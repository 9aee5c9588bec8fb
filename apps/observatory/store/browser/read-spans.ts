import type { DatabaseSync } from 'node:sqlite';
import { browserService } from '@octo/contracts/browser-telemetry.ts';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { spanKinds, spanStatuses } from '../../otlp/records.ts';
import { nanoText } from '../nano.ts';
import type { Row } from '../rows.ts';
import { parseAttributes } from '../traces/span-content.ts';

/** So few that what is made up about a trace never takes the place of what our services said. */
const mostSpans = 100;

/** What browsers said of a trace, in the order of time. */
export function browserSpansOf(db: DatabaseSync): (traceId: string) => TraceSpan[] {
  const find = db.prepare(
    `select * from browser_spans where trace_id = ? order by start_us, start_rest, id limit ${mostSpans}`,
  );
  return (traceId) => find.all(traceId).map(toSpan);
}

function toSpan(row: Row): TraceSpan {
  return {
    traceId: String(row.trace_id),
    spanId: String(row.span_id),
    parentSpanId: row.parent_id === null ? null : String(row.parent_id),
    service: browserService,
    name: String(row.name),
    kind: spanKinds[Number(row.kind)] ?? 'internal',
    startTimeUnixNano: nanoText({ us: Number(row.start_us), rest: Number(row.start_rest) }),
    durationMs: Number(row.duration_ms),
    status: spanStatuses[Number(row.status)] ?? 'unset',
    statusMessage: null,
    attributes: parseAttributes(String(row.attributes)),
    resource: parseAttributes(String(row.resource)),
    events: [],
    links: [],
    isUntrusted: true,
  };
}

import type { DatabaseSync } from 'node:sqlite';
import {
  browserActivities,
  errorEvent,
  browserAttributes as names,
  vitalEvent,
} from '@octo/contracts/browser-telemetry.ts';
import type { FromResource, LogLine, Resource, SpanRecord } from '../../otlp/records.ts';
import { isSpanId, isTraceId } from '../../otlp/validity.ts';
import { splitNano } from '../nano.ts';
import { durationMsOf } from '../traces/trace-summary.ts';
import { pageCounter } from './count-pages.ts';
import { readTold, textOf } from './told.ts';
import { errorWriter } from './write-errors.ts';
import { type Counted, sessionWriter } from './write-sessions.ts';

export interface BrowserWriter {
  /** Within a transaction. */
  writeSpans(arrivals: readonly FromResource<SpanRecord>[]): void;
  writeEvents(arrivals: readonly FromResource<LogLine>[]): void;
}

const counts: Readonly<Record<string, Counted>> = {
  load: 'views',
  view: 'views',
  return: 'views',
  interaction: 'interactions',
};

export function browserWriter(db: DatabaseSync): BrowserWriter {
  const insertSpan = db.prepare(
    `insert or ignore into browser_spans
       (trace_id, span_id, parent_id, session_id, activity, page, start_us, start_rest, duration_ms, kind, status, name, attributes, resource)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertEvent = db.prepare(
    `insert into browser_events (session_id, time_us, name, page, trace_id, span_id, error, attributes)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const noteSession = sessionWriter(db);
  const pages = pageCounter(db);
  const noteError = errorWriter(db);

  function writeSpan(span: SpanRecord, resource: Resource): void {
    const told = readTold(span.attributes, resource);
    const activity = browserActivities.find((one) => one === span.attributes[names.activity]) ?? 'fetch';
    const start = splitNano(span.startNano);
    const parent = /^0*$/.test(span.parentSpanId) ? null : span.parentSpanId;
    const about = [JSON.stringify(span.attributes), JSON.stringify(resource.attributes)];
    const { changes } = insertSpan.run(
      span.traceId,
      span.spanId,
      parent,
      told.sessionId,
      activity,
      told.page,
      start.us,
      start.rest,
      durationMsOf(span),
      span.kind,
      span.status,
      span.name,
      ...about,
    );
    if (changes === 0) return;
    const counted = counts[activity];
    noteSession(told, start.us, counted);
    if (counted === 'views') pages.view(told, span.endNano);
  }

  function writeEvent(line: LogLine, resource: Resource): void {
    const told = readTold(line.attributes, resource);
    const timeUs = splitNano(line.timeNano).us;
    const name = textOf(line.attributes[names.eventName]);
    const isError = name === errorEvent;
    const error = isError ? noteError(told, line, timeUs) : null;
    const place = [isTraceId(line.traceId) ? line.traceId : null, isSpanId(line.spanId) ? line.spanId : null];
    insertEvent.run(told.sessionId, timeUs, name, told.page, ...place, error, JSON.stringify(line.attributes));
    noteSession(told, timeUs, isError ? 'errors' : undefined);
    if (isError) pages.error(told, line.timeNano);
    if (name === vitalEvent) pages.vital(told, line);
  }

  return {
    writeSpans(arrivals) {
      for (const { items, resource } of arrivals) for (const span of items) writeSpan(span, resource);
    },
    writeEvents(arrivals) {
      for (const { items, resource } of arrivals) for (const line of items) writeEvent(line, resource);
    },
  };
}

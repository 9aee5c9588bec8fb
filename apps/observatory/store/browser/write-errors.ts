import type { DatabaseSync } from 'node:sqlite';
import type { LogLine } from '../../otlp/records.ts';
import { isTraceId } from '../../otlp/validity.ts';
import { readError, type Told } from './told.ts';

/** Puts an error with those of its kind: the same words thrown at the same place. Returns the id of the kind. */
export function errorWriter(db: DatabaseSync): (told: Told, line: LogLine, timeUs: number) => number {
  const upsert = db.prepare(
    `insert into browser_errors
       (fingerprint, app, type, message, file, line, column_number, stack, release, first_us, last_us, times, last_session, last_trace)
     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, 1, ?11, ?12)
     on conflict do update set times = times + 1, first_us = min(first_us, excluded.first_us), last_us = max(last_us, excluded.last_us),
       stack = excluded.stack, release = excluded.release, last_session = excluded.last_session,
       last_trace = coalesce(excluded.last_trace, last_trace)
     returning id`,
  );
  return (told, { attributes, traceId }, timeUs) => {
    const { type, message, file, line, column, stack } = readError(attributes);
    const fingerprint = JSON.stringify([told.app, type, message, file, line, column]);
    const places = [told.sessionId || null, isTraceId(traceId) ? traceId : null];
    const row = upsert.get(
      fingerprint,
      told.app,
      type,
      message,
      file,
      line,
      column,
      stack,
      told.release,
      timeUs,
      ...places,
    );
    return Number(row?.id);
  };
}

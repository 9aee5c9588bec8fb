import type { DatabaseSync } from 'node:sqlite';
import {
  browserActivities,
  errorEvent,
  browserAttributes as names,
  vitalEvent,
} from '@octo/contracts/browser-telemetry.ts';
import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import { errorStatus } from '../../otlp/records.ts';
import { nanoText } from '../nano.ts';
import type { Row } from '../rows.ts';
import { parseAttributes } from '../traces/span-content.ts';
import { textOf } from './told.ts';

export interface StepReader {
  /** What happened in a session, or what of it is part of one trace, in order; one more than asked for says that there is more. */
  list(sessionId: string, traceId: string | undefined, limit: number): BrowserStep[];
}

const eventKinds: Readonly<Record<string, BrowserStep['kind']>> = { [errorEvent]: 'error', [vitalEvent]: 'web_vital' };

export function stepReader(db: DatabaseSync): StepReader {
  const which = 'session_id = ?1 and (?2 is null or trace_id = ?2)';
  const spans = db.prepare(`select * from browser_spans where ${which} order by start_us, id limit ?3`);
  const events = db.prepare(`select * from browser_events where ${which} order by time_us, id limit ?3`);
  const findTrace = db.prepare('select 1 as found from traces where trace_id = ?');

  return {
    list(sessionId, traceId, limit) {
      const asked = [sessionId, traceId ?? null, limit] as const;
      const known = new Map<string, boolean>();
      const isKnown = (traceId: string) => {
        const found = known.get(traceId) ?? findTrace.get(traceId) !== undefined;
        known.set(traceId, found);
        return found;
      };
      const told = [
        ...spans.all(...asked).map((row) => ({ us: Number(row.start_us), row, isSpan: true })),
        ...events.all(...asked).map((row) => ({ us: Number(row.time_us), row, isSpan: false })),
      ];
      const inOrder = told.sort((one, other) => one.us - other.us).slice(0, limit);
      return inOrder.map(({ row, isSpan }) => (isSpan ? ofSpan(row, isKnown) : ofEvent(row, isKnown)));
    },
  };
}

function ofSpan(row: Row, isKnown: (traceId: string) => boolean): BrowserStep {
  return {
    ...common(row, isKnown),
    kind: browserActivities.find((one) => one === row.activity) ?? 'fetch',
    timeUnixNano: nanoText({ us: Number(row.start_us), rest: Number(row.start_rest) }),
    durationMs: Number(row.duration_ms),
    name: String(row.name),
    isFailed: row.status === errorStatus,
  };
}

function ofEvent(row: Row, isKnown: (traceId: string) => boolean): BrowserStep {
  return {
    ...common(row, isKnown),
    kind: eventKinds[String(row.name)] ?? 'custom',
    timeUnixNano: nanoText({ us: Number(row.time_us), rest: 0 }),
    durationMs: null,
    name: String(row.name),
    isFailed: row.name === errorEvent,
  };
}

function common(row: Row, isKnown: (traceId: string) => boolean) {
  const attributes = parseAttributes(String(row.attributes));
  const traceId = row.trace_id === null ? null : String(row.trace_id);
  return {
    page: textOf(attributes[names.page]),
    viewId: textOf(attributes[names.viewId]) || null,
    traceId,
    spanId: row.span_id === null ? null : String(row.span_id),
    hasServerSpans: traceId !== null && isKnown(traceId),
    attributes,
  };
}

import type { PostgresAddress } from '@octo/platform/database/address.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { eventNames } from '@octo/platform/telemetry/names/events.ts';
import type { FlatAttributes, LogLine, Scalar, SpanRecord } from '../otlp/records.ts';
import type { Arrival } from '../store/arrivals.ts';
import type { Backends } from './backends.ts';
import { spansOf } from './server-of.ts';

/** Tells what comes in of the sessions of one server: the spans of their statements, and the lines of those that go on. */
export function arrivalNoter(backends: Backends, address: PostgresAddress): (arrivals: readonly Arrival[]) => void {
  const isOfServer = spansOf(address);

  function noteSpan({ attributes, ...span }: SpanRecord): void {
    const sessionId = sessionOf(attributes);
    if (sessionId === undefined || !isOfServer(attributes)) return;
    backends.noteDone(sessionId, {
      traceId: span.traceId,
      parentSpanId: span.parentSpanId === '' ? null : span.parentSpanId,
      action: null,
      sqlId: textOf(attributes[attributeNames.sqlId]),
      startMs: msOf(span.startNano),
      endMs: msOf(span.endNano),
    });
  }

  function noteLine({ attributes, traceId, timeNano }: LogLine): void {
    if (attributes[attributeNames.event] !== eventNames.statementRunning || traceId === '') return;
    const sessionId = sessionOf(attributes);
    if (sessionId === undefined) return;
    const seenMs = msOf(timeNano);
    backends.noteRunning(sessionId, {
      traceId,
      parentSpanId: null,
      action: textOf(attributes[attributeNames.action]),
      sqlId: textOf(attributes[attributeNames.sqlId]),
      startMs: seenMs - Number(attributes[attributeNames.elapsedMs] ?? 0),
      seenMs,
    });
  }

  return (arrivals) => {
    for (const arrival of arrivals) {
      if (arrival.signal === 'traces' && !arrival.content.isUntrusted) arrival.content.items.forEach(noteSpan);
      if (arrival.signal === 'logs') arrival.content.items.forEach(noteLine);
    }
  };
}

function sessionOf(attributes: FlatAttributes): string | undefined {
  const pid = attributes[attributeNames.backendPid];
  return typeof pid === 'number' ? String(pid) : undefined;
}

function textOf(value: Scalar | Scalar[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function msOf(nano: bigint): number {
  return Number(nano / 1000n) / 1000;
}

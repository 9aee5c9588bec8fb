import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { isSecurityEventName } from '@octo/contracts/telemetry/security.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { msBetween } from '../../parts/nano.ts';
import { severityOf } from '../../parts/severities.ts';
import type { OutboxHop } from './outbox-hops.ts';
import type { Interval } from './time-scale.ts';
import type { SpanNode } from './trace-tree.ts';

/** A log line on the bar of its span. */
export interface LogTick {
  atMs: number;
  tone: string;
}

/** What is drawn on the bars beside their length, by span. */
export interface TraceMarks {
  /** Where the span is on the critical path. */
  path: ReadonlyMap<string, readonly Interval[]>;
  hops: ReadonlyMap<string, OutboxHop>;
  logs: ReadonlyMap<string, readonly LogTick[]>;
}

const mostTicks = 20;

/** The lines of each span, by the time since the start of the trace. */
export function logTicks(logs: readonly LogRecord[], [first]: readonly SpanNode[]): ReadonlyMap<string, LogTick[]> {
  const ticks = new Map<string, LogTick[]>();
  if (!first) return ticks;
  for (const { spanId, timeUnixNano, severity } of logs) {
    if (spanId === null) continue;
    const own = ticks.get(spanId) ?? [];
    ticks.set(spanId, own);
    const atMs = msBetween(first.span.startTimeUnixNano, timeUnixNano) + first.startMs;
    if (own.length < mostTicks) own.push({ atMs, tone: severityOf(severity).tone });
  }
  return ticks;
}

/** Security events are lines of a name of their own. */
export function isSecurityEvent({ attributes }: LogRecord): boolean {
  return isSecurityEventName(attributes[attributeNames.event]);
}

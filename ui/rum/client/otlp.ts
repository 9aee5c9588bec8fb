import { type BrowserAttribute, browserAttributes } from '@octo/contracts/browser-telemetry.ts';
import type { TracePlace } from './ids.ts';

export type Facts = Partial<Record<BrowserAttribute, string | number | boolean | undefined>>;

export interface BrowserSpan {
  name: string;
  place: TracePlace;
  parent: TracePlace | undefined;
  startMs: number;
  endMs: number;
  /** A call of a server; what is not says what the page itself did. */
  isCall?: boolean;
  isError?: boolean;
  facts: Facts;
}

export interface BrowserEvent {
  name: string;
  timeMs: number;
  place: TracePlace | undefined;
  facts: Facts;
}

/** Spans and events as OTLP's JSON has them. */
export function spansBody(release: string, spans: readonly BrowserSpan[]): string {
  return JSON.stringify({
    resourceSpans: [{ resource: resourceOf(release), scopeSpans: [{ spans: spans.map(toSpan) }] }],
  });
}

export function eventsBody(release: string, events: readonly BrowserEvent[]): string {
  const logRecords = events.map(({ name, timeMs, place, facts }) => ({
    timeUnixNano: nano(timeMs),
    body: { stringValue: name },
    attributes: keyValues({ [browserAttributes.eventName]: name, ...facts }),
    ...place,
  }));
  return JSON.stringify({ resourceLogs: [{ resource: resourceOf(release), scopeLogs: [{ logRecords }] }] });
}

function toSpan({ name, place, parent, startMs, endMs, isCall, isError, facts }: BrowserSpan): object {
  return {
    ...place,
    ...(parent && { parentSpanId: parent.spanId }),
    name,
    kind: isCall ? 3 : 1,
    startTimeUnixNano: nano(startMs),
    endTimeUnixNano: nano(Math.max(startMs, endMs)),
    attributes: keyValues(facts),
    ...(isError && { status: { code: 2 } }),
  };
}

function resourceOf(release: string): object {
  return { attributes: keyValues({ 'service.version': release }) };
}

function nano(ms: number): string {
  return `${Math.round(ms * 1000)}000`;
}

function keyValues(facts: Readonly<Record<string, string | number | boolean | undefined>>): object[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: wireValue(value) }],
  );
}

function wireValue(value: string | number | boolean): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

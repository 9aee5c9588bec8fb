import type { Tally } from './limits.ts';
import type { SpanRecord } from './records.ts';

const traceId = /^(?!0{32})[0-9a-f]{32}$/;
const spanId = /^(?!0{16})[0-9a-f]{16}$/;
const noSpan = /^0*$/;
/** Clocks of other machines may be ahead of ours, but not by more. */
const aheadNano = 600n * 1_000_000_000n;
const longestNano = 366n * 86_400n * 1_000_000_000n;

export function isTraceId(id: string): boolean {
  return traceId.test(id);
}

export function isSpanId(id: string): boolean {
  return spanId.test(id);
}

/** Why a span is not taken; undefined when it is. */
export function faultOfSpan(span: SpanRecord, nowMs: number): string | undefined {
  if (!isTraceId(span.traceId)) return 'a trace id is 16 bytes, not all zero';
  if (!isSpanId(span.spanId)) return 'a span id is 8 bytes, not all zero';
  if (!noSpan.test(span.parentSpanId) && !isSpanId(span.parentSpanId)) return 'a parent span id is 8 bytes';
  if (span.startNano <= 0n || span.endNano < span.startNano)
    return 'a span starts after 1970 and ends after it started';
  if (span.endNano > latestNano(nowMs)) return 'a span lies in the future';
  if (span.endNano - span.startNano > longestNano) return 'a span takes less than a year';
  return undefined;
}

/** Leaves out what a span tells of a time that nobody can believe, and links that lead nowhere. */
export function withoutNonsense(span: SpanRecord, tally: Tally, nowMs: number): SpanRecord {
  if (span.events.length + span.links.length === 0) return span;
  const latest = latestNano(nowMs);
  const events = span.events.filter(({ timeNano }) => timeNano >= 0n && timeNano <= latest);
  const links = span.links.filter((link) => isTraceId(link.traceId) && isSpanId(link.spanId));
  tally.cut += span.events.length - events.length + span.links.length - links.length;
  return { ...span, events, links };
}

/** The latest instant that is believed. */
export function latestNano(nowMs: number): bigint {
  return BigInt(nowMs) * 1_000_000n + aheadNano;
}

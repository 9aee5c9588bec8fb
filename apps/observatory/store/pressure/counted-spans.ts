import type { SpanRecord } from '../../otlp/records.ts';

/** Spans that were counted and found no place: the store itself cannot tell when they are sent again. */
export interface CountedSpans {
  /** True when it was not noted before. */
  note(span: Pick<SpanRecord, 'traceId' | 'spanId'>): boolean;
  has(span: Pick<SpanRecord, 'traceId' | 'spanId'>): boolean;
}

/** Who repeats something does so within seconds. */
const mostRemembered = 50_000;

export function countedSpans(): CountedSpans {
  let newer = new Set<string>();
  let older = new Set<string>();
  const isKnown = (key: string) => newer.has(key) || older.has(key);
  return {
    note({ traceId, spanId }) {
      const key = traceId + spanId;
      if (isKnown(key)) return false;
      if (newer.size >= mostRemembered) [older, newer] = [newer, new Set()];
      newer.add(key);
      return true;
    },
    has: ({ traceId, spanId }) => isKnown(traceId + spanId),
  };
}

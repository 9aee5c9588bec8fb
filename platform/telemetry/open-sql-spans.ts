import { type Context, type Span, trace } from '@opentelemetry/api';
import { RecordedSpan } from './tracer/recorded-span.ts';
import { nowMs } from './tracer/time.ts';

/** One for each statement under way, and the context that asked for it. A span that nobody records leads nowhere and is left out. */
const open = new Map<RecordedSpan, Context>();

export function sqlSpanOpened(span: Span, asked: Context): void {
  if (span instanceof RecordedSpan) open.set(span, asked);
}

export function sqlSpanClosed(span: Span): void {
  if (span instanceof RecordedSpan) open.delete(span);
}

export interface OpenSqlSpan {
  readonly span: RecordedSpan;
  readonly openMs: number;
  /** Name of the route or verb that asked for the statement; empty where none did. */
  readonly action: string;
  /** What is logged in it belongs to the statement, and to the request that asked for it. */
  readonly context: Context;
}

/** Those that have been open for longer than `ms`. */
export function sqlSpansOpenFor(ms: number): OpenSqlSpan[] {
  const openedBefore = nowMs() - ms;
  const longOpen = [...open].filter(([span]) => span.startMs < openedBefore);
  return longOpen.map(([span, asked]) => {
    const asking = trace.getSpan(asked);
    return {
      span,
      openMs: nowMs() - span.startMs,
      action: asking instanceof RecordedSpan ? asking.name : '',
      context: trace.setSpan(asked, span),
    };
  });
}

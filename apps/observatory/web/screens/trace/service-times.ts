import type { Interval } from './time-scale.ts';
import { type SpanNode, walk } from './trace-tree.ts';

export interface ServiceTime {
  service: string;
  spans: number;
  errors: number;
  /** What its spans took themselves, without what they waited for in others. */
  selfMs: number;
}

/** Where the time of a trace went: the services by what they took themselves, the longest first. */
export function serviceTimes(roots: readonly SpanNode[]): ServiceTime[] {
  const times = new Map<string, ServiceTime>();
  for (const node of walk(roots)) {
    const { service, status } = node.span;
    const time = times.get(service) ?? { service, spans: 0, errors: 0, selfMs: 0 };
    times.set(service, time);
    time.spans += 1;
    time.errors += status === 'error' ? 1 : 0;
    time.selfMs += selfMs(node);
  }
  return [...times.values()].sort((one, other) => other.selfMs - one.selfMs);
}

/** What a span took without the time in which one of its children ran. */
export function selfMs({ span, startMs, children }: SpanNode): number {
  const endMs = startMs + span.durationMs;
  let covered = 0;
  let reachedMs = startMs;
  for (const child of children) {
    const [fromMs, toMs]: Interval = [
      Math.max(reachedMs, child.startMs),
      Math.min(endMs, child.startMs + child.span.durationMs),
    ];
    if (toMs <= fromMs) continue;
    covered += toMs - fromMs;
    reachedMs = toMs;
  }
  return span.durationMs - covered;
}

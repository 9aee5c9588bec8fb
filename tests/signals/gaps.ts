import type { TraceSpan } from '@octo/contracts/observatory.ts';

/** A time in a trace that no span tells of: between two children of a span, before the first or after the last. */
export interface Gap {
  place: string;
  /** Of the time that it is a part of. */
  share: number;
}

interface Stretch {
  startMs: number;
  endMs: number;
}

/** The gaps of a request, as parts of its own time. What goes on when it has been answered is left out. */
export function gapsOfRequest(spans: readonly TraceSpan[], request: TraceSpan): Gap[] {
  const { startMs, endMs } = stretchOf(request);
  const during = spans.filter((span) => stretchOf(span).startMs <= endMs);
  return gapsBelow(during, request).map(({ place, ms }) => ({ place, share: ms / (endMs - startMs) }));
}

/** The gaps of everything that a trace is made of, as parts of the time from its first span to the end of its last. */
export function gapsOfTrace(spans: readonly TraceSpan[]): Gap[] {
  const stretches = spans.map(stretchOf);
  const firstMs = Math.min(...stretches.map(({ startMs }) => startMs));
  const lastMs = Math.max(...stretches.map(({ endMs }) => endMs));
  const roots = spans.filter(({ parentSpanId }) => !spans.some(({ spanId }) => spanId === parentSpanId));
  const gaps = roots.flatMap((root) => gapsBelow(spans, root));
  return gaps.map(({ place, ms }) => ({ place, share: ms / (lastMs - firstMs) }));
}

/** What each place takes in the usual one of several traces, the largest first. */
export function medianGaps(traces: readonly (readonly Gap[])[]): Gap[] {
  const places = new Set(traces.flatMap((gaps) => gaps.map(({ place }) => place)));
  const medians = [...places].map((place) => {
    const shares = traces.map((gaps) => gaps.find((gap) => gap.place === place)?.share ?? 0);
    return { place, share: shares.sort((one, other) => one - other)[Math.floor(shares.length / 2)] ?? 0 };
  });
  return medians.sort((one, other) => other.share - one.share);
}

function gapsBelow(spans: readonly TraceSpan[], span: TraceSpan): { place: string; ms: number }[] {
  const children = spans.filter(({ parentSpanId }) => parentSpanId === span.spanId);
  const below = children.flatMap((child) => gapsBelow(spans, child));
  // What a call takes beside the work of the other service is the way there and back, and the call itself says so.
  if (children.length === 0 || children.some(({ kind }) => kind === 'server')) return below;
  return [...gapsBetween(span, children), ...below];
}

function gapsBetween(span: TraceSpan, children: readonly TraceSpan[]): { place: string; ms: number }[] {
  const { startMs, endMs } = stretchOf(span);
  let [toldMs, before] = [startMs, 'start'];
  const gaps: { place: string; ms: number }[] = [];
  const note = (untilMs: number, after: string) => {
    const ms = Math.min(untilMs, endMs) - toldMs;
    if (ms > 0) gaps.push({ place: `${span.service} ${span.name}: ${before} → ${after}`, ms });
  };
  for (const child of children.toSorted((one, other) => stretchOf(one).startMs - stretchOf(other).startMs)) {
    note(stretchOf(child).startMs, child.name);
    toldMs = Math.max(toldMs, stretchOf(child).endMs);
    before = child.name;
  }
  note(endMs, 'end');
  return gaps;
}

function stretchOf({ startTimeUnixNano, durationMs }: TraceSpan): Stretch {
  const startMs = Number(BigInt(startTimeUnixNano) / 1000n) / 1000;
  return { startMs, endMs: startMs + durationMs };
}

import type { XraySpan } from '@octo/contracts/crm/xray.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { Span } from '../../observatory.ts';

const mostRows = 200;
const mostServices = 20;

export interface Waterfall {
  services: string[];
  durationMs: number;
  errors: number;
  rows: XraySpan[];
}

/** The spans of a trace as a list to be drawn, parents before their children. What a browser sent neither lengthens a trace nor fails it. */
export function drawWaterfall(spans: readonly Span[]): Waterfall {
  const ours = spans.filter(({ isUntrusted }) => !isUntrusted);
  const timed = ours.length > 0 ? ours : spans;
  const firstMs = earliest(spans);
  const sorted = inOrder(spans);
  return {
    services: [...new Set(sorted.map(({ service }) => service))].slice(0, mostServices),
    durationMs: rounded(latest(timed) - earliest(timed)),
    errors: ours.filter(hasFailed).length,
    rows: mostTelling(placesOf(sorted)).map((place) => toRow(place, firstMs)),
  };
}

interface Place {
  span: Span;
  depth: number;
  above: Place | undefined;
}

/** Of too many those that failed, each with what it hangs below, and then the first. */
function mostTelling(places: readonly Place[]): readonly Place[] {
  if (places.length <= mostRows) return places;
  const kept = new Set<Place>();
  for (const failed of places.filter(({ span }) => hasFailed(span))) {
    if (kept.size === mostRows) break;
    const line = lineOf(failed, kept);
    if (kept.size + line.length <= mostRows) for (const place of line) kept.add(place);
  }
  for (const place of places) if (kept.size < mostRows) kept.add(place);
  return places.filter((place) => kept.has(place));
}

/** A place and what is above it and not kept yet; no longer than could be kept at all. */
function lineOf(place: Place, kept: ReadonlySet<Place>): Place[] {
  const line: Place[] = [];
  for (let next: Place | undefined = place; next && !kept.has(next) && line.length <= mostRows; next = next.above)
    line.push(next);
  return line;
}

/** Parents before their children, of spans in the order of their start. Of spans that name each other as parents the first begins. */
function placesOf(spans: readonly Span[]): Place[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const children = Map.groupBy(spans, ({ parentSpanId, spanId }) =>
    parentSpanId !== null && parentSpanId !== spanId && known.has(parentSpanId) ? parentSpanId : undefined,
  );
  const places: Place[] = [];
  const placed = new Set<Span>();
  for (const first of [...(children.get(undefined) ?? []), ...spans]) {
    const waiting = levelOf([first], undefined);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (placed.has(next.span)) continue;
      placed.add(next.span);
      places.push(next);
      waiting.push(...levelOf(children.get(next.span.spanId), next));
      // Two spans of one id have the same children, which are told once.
      children.delete(next.span.spanId);
    }
  }
  return places;
}

/** The first to be drawn lies on top. */
function levelOf(spans: readonly Span[] = [], above: Place | undefined): Place[] {
  const depth = above === undefined ? 0 : above.depth + 1;
  return spans.toReversed().map((span) => ({ span, depth, above }));
}

function toRow({ span, depth }: Place, firstMs: number): XraySpan {
  return {
    span_id: span.spanId,
    depth,
    service: span.service,
    name: span.name,
    start_ms: rounded(startMs(span) - firstMs),
    duration_ms: rounded(span.durationMs),
    is_error: hasFailed(span),
    is_untrusted: span.isUntrusted,
    is_statement: typeof span.attributes[attributeNames.statement] === 'string',
  };
}

function hasFailed({ status, isUntrusted }: Span): boolean {
  return status === 'error' && !isUntrusted;
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => startMs(a) - startMs(b));
}

function earliest(spans: readonly Span[]): number {
  return spans.reduce((first, span) => Math.min(first, startMs(span)), Number.POSITIVE_INFINITY);
}

function latest(spans: readonly Span[]): number {
  return spans.reduce((last, span) => Math.max(last, startMs(span) + span.durationMs), Number.NEGATIVE_INFINITY);
}

/** Milliseconds since 1970, to the microsecond. */
function startMs({ startTimeUnixNano }: Span): number {
  return Number(BigInt(startTimeUnixNano) / 1000n) / 1000;
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

import type { FromResource, LogLine, MetricPointRecord, Resource, SpanRecord } from '../otlp/records.ts';

/** Spans as they came; those of a browser are marked for good. */
export interface SpanArrival extends FromResource<SpanRecord> {
  readonly isUntrusted: boolean;
}

/** What waits to be written. */
export type Arrival =
  | { readonly signal: 'traces'; readonly content: SpanArrival }
  | { readonly signal: 'logs'; readonly content: FromResource<LogLine> }
  | { readonly signal: 'metrics'; readonly content: FromResource<MetricPointRecord> }
  /** Events of a browser. */
  | { readonly signal: 'browser'; readonly content: FromResource<LogLine> };

export interface ArrivedSpan {
  readonly span: SpanRecord;
  readonly resource: Resource;
  readonly isUntrusted: boolean;
}

/** The spans of a batch by their trace. */
export function byTrace(arrivals: readonly SpanArrival[]): Map<string, ArrivedSpan[]> {
  const traces = new Map<string, ArrivedSpan[]>();
  for (const { items, resource, isUntrusted } of arrivals)
    for (const span of items) {
      const arrived = { span, resource, isUntrusted };
      const known = traces.get(span.traceId);
      if (known) known.push(arrived);
      else traces.set(span.traceId, [arrived]);
    }
  return traces;
}

import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Nullable } from './scalars.ts';

// The observatory's API is camelCase, as OTLP is. Instants are nanoseconds since 1970 in decimal digits, durations are milliseconds.

export const TraceId = Type.String({ pattern: '^[0-9a-f]{32}$' });
export const SpanId = Type.String({ pattern: '^[0-9a-f]{16}$' });
export const UnixNano = Type.String({ pattern: '^[0-9]{1,20}$' });

/** Name → value, without nesting: text, number, truth, or a list of those. */
export const Attributes = Type.Record(Type.String(), Type.Unknown());
export type Attributes = Static<typeof Attributes>;

export const SpanStatus = Type.Enum(['unset', 'ok', 'error']);
export const SpanKind = Type.Enum(['internal', 'server', 'client', 'producer', 'consumer']);

export const SpanEvent = Type.Object({ timeUnixNano: UnixNano, name: Type.String(), attributes: Attributes });
export const SpanLink = Type.Object({ traceId: TraceId, spanId: SpanId, attributes: Attributes });

export const TraceSpan = Type.Object({
  traceId: TraceId,
  spanId: SpanId,
  parentSpanId: Nullable(SpanId),
  service: Type.String(),
  name: Type.String(),
  kind: SpanKind,
  startTimeUnixNano: UnixNano,
  durationMs: Type.Number(),
  status: SpanStatus,
  statusMessage: Nullable(Type.String()),
  attributes: Attributes,
  resource: Attributes,
  events: Type.Array(SpanEvent),
  links: Type.Array(SpanLink),
  isUntrusted: Type.Boolean({ description: 'Sent by a browser: anybody could have made it up' }),
});
export type TraceSpan = Static<typeof TraceSpan>;

/** One line of the list of traces. */
export const TraceSummary = Type.Object({
  traceId: TraceId,
  service: Type.String({ description: 'Of the first span' }),
  name: Type.String({ description: 'Of the first span' }),
  startTimeUnixNano: UnixNano,
  durationMs: Type.Number({ description: 'From the first start to the last end' }),
  status: SpanStatus,
  spanCount: Type.Integer(),
  errorCount: Type.Integer(),
  services: Type.Array(Type.String()),
});
export type TraceSummary = Static<typeof TraceSummary>;

const Milliseconds = Type.Optional(Type.Number({ minimum: 0, maximum: 86_400_000 }));

/** What a search asks for. One span of a trace has to match all of it but what is said of the trace. */
const TraceSearch = {
  service: Type.Optional(Type.String({ maxLength: 200 })),
  route: Type.Optional(Type.String({ maxLength: 300, description: 'http.route, as its template' })),
  workflow: Type.Optional(Type.String({ maxLength: 100, description: 'octo.workflow.id, such as checkout' })),
  q: Type.Optional(
    Type.String({
      maxLength: 300,
      description:
        'A trace id, attributes as name=value (several with a blank between them; * is any value), or part of a span name',
    }),
  ),
  status: Type.Optional(SpanStatus),
  minDurationMs: Milliseconds,
  maxDurationMs: Milliseconds,
  alongside: Type.Optional(
    Type.String({ maxLength: 200, description: 'Another service that takes part in the trace, or browser' }),
  ),
  minTraceMs: Milliseconds,
  maxTraceMs: Milliseconds,
  fromUnixNano: Type.Optional(UnixNano),
  toUnixNano: Type.Optional(UnixNano),
};

export const listTraces = endpoint({
  method: 'GET',
  path: '/api/traces',
  summary: 'Traces with a span that matches all that is asked for, newest first',
  tag: 'Traces',
  querystring: Type.Object({
    ...TraceSearch,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  responses: { 200: Type.Object({ traces: Type.Array(TraceSummary), next: Nullable(Type.String()) }) },
});

export const ScatterPoint = Type.Object({
  traceId: TraceId,
  service: Type.String(),
  name: Type.String(),
  startTimeUnixNano: UnixNano,
  durationMs: Type.Number(),
  isError: Type.Boolean(),
});
export type ScatterPoint = Static<typeof ScatterPoint>;

const Facets = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }), {
  description: 'The most frequent first',
});

export const Scatter = Type.Object({
  found: Type.Integer(),
  errors: Type.Integer({ description: 'Those with a span whose status is error' }),
  /** How far back was looked when it took too long to look at all. */
  reachedUnixNano: Nullable(UnixNano),
  points: Type.Array(ScatterPoint, {
    description: 'Oldest first; of more than 2,000 a sample, in which errors and the slowest stay',
  }),
  services: Facets,
  names: Facets,
});
export type Scatter = Static<typeof Scatter>;

export const scatterTraces = endpoint({
  method: 'GET',
  path: '/api/traces/scatter',
  summary: 'All traces that a search finds as points of start and duration, and how many there are of each kind',
  tag: 'Traces',
  querystring: Type.Object(TraceSearch),
  responses: { 200: Scatter },
});

export const getTrace = endpoint({
  method: 'GET',
  path: '/api/traces/:traceId',
  summary:
    'The spans of a trace by their start; 404 for an unknown one, 410 for one that was here and had to make room. An answer has at most `limit` spans of services, of a larger trace first the errors and the longest with all above them; `spanCount` says how many there are, `next` leads to all of them, with some told again',
  tag: 'Traces',
  params: Type.Object({ traceId: TraceId }),
  querystring: Type.Object({
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 10_000, description: 'Spans of an answer; 10,000 without' }),
    ),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  responses: {
    200: Type.Object({
      traceId: TraceId,
      spanCount: Type.Integer(),
      spans: Type.Array(TraceSpan),
      next: Nullable(Type.String()),
    }),
  },
});

export const getMedianTrace = endpoint({
  method: 'GET',
  path: '/api/traces/:traceId/median',
  summary:
    'Of the traces that began with the same span within six hours of this one, the one whose duration is in the middle; 404 when there is no other',
  tag: 'Traces',
  params: Type.Object({ traceId: TraceId }),
  responses: {
    200: Type.Object({
      service: Type.String(),
      name: Type.String(),
      compared: Type.Integer({ description: 'Other traces that were looked at' }),
      ownDurationMs: Type.Number(),
      p95Ms: Type.Number(),
      fasterShare: Type.Number({ minimum: 0, maximum: 1, description: 'The part of the others that were over sooner' }),
      traceId: TraceId,
      durationMs: Type.Number(),
    }),
  },
});

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

export const listTraces = endpoint({
  method: 'GET',
  path: '/api/traces',
  summary: 'Traces with a span that matches all that is asked for, newest first',
  tag: 'Traces',
  querystring: Type.Object({
    service: Type.Optional(Type.String({ maxLength: 200 })),
    route: Type.Optional(Type.String({ maxLength: 300, description: 'http.route, as its template' })),
    q: Type.Optional(
      Type.String({ maxLength: 300, description: 'A trace id, an attribute as name=value, or part of a span name' }),
    ),
    status: Type.Optional(SpanStatus),
    minDurationMs: Milliseconds,
    maxDurationMs: Milliseconds,
    fromUnixNano: Type.Optional(UnixNano),
    toUnixNano: Type.Optional(UnixNano),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  responses: { 200: Type.Object({ traces: Type.Array(TraceSummary), next: Nullable(Type.String()) }) },
});

export const getTrace = endpoint({
  method: 'GET',
  path: '/api/traces/:traceId',
  summary:
    'All spans of a trace by their start; 404 for an unknown one, 410 for one that was here and had to make room. At most 10,000 spans, `spanCount` says how many there are',
  tag: 'Traces',
  params: Type.Object({ traceId: TraceId }),
  responses: {
    200: Type.Object({ traceId: TraceId, spanCount: Type.Integer(), spans: Type.Array(TraceSpan) }),
  },
});

export const LogRecord = Type.Object({
  timeUnixNano: UnixNano,
  service: Type.String(),
  severity: Type.String(),
  body: Type.String(),
  traceId: Nullable(TraceId),
  spanId: Nullable(SpanId),
  attributes: Attributes,
});
export type LogRecord = Static<typeof LogRecord>;

export const listLogs = endpoint({
  method: 'GET',
  path: '/api/logs',
  summary: 'Log records: of one trace by time, else the newest first',
  tag: 'Logs',
  querystring: Type.Object({
    traceId: Type.Optional(TraceId),
    service: Type.Optional(Type.String({ maxLength: 200 })),
    severity: Type.Optional(Type.String({ maxLength: 20 })),
    q: Type.Optional(Type.String({ maxLength: 300, description: 'Part of the message' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  responses: { 200: Type.Object({ logs: Type.Array(LogRecord), next: Nullable(Type.String()) }) },
});

export const getReadiness = endpoint({
  method: 'GET',
  path: '/ready',
  summary: 'The store is open; what is sent is kept',
  tag: 'Platform',
  responses: { 200: Type.Object({ ready: Type.Literal(true) }) },
});

export const getStatus = endpoint({
  method: 'GET',
  path: '/api/status',
  summary: 'What the observatory has taken in, kept and let go',
  tag: 'Platform',
  responses: {
    200: Type.Object({
      spans: Type.Integer(),
      logs: Type.Integer(),
      metricPoints: Type.Integer(),
      storeBytes: Type.Integer(),
      storeLimitBytes: Type.Integer(),
      oldestSpanUnixNano: Nullable(UnixNano),
      refused: Type.Integer({ description: 'Spans, records and points refused since the start' }),
      intakePorts: Type.Array(Type.Integer(), { description: 'Where OTLP is taken' }),
      notes: Type.Array(Type.String(), {
        description: 'What an operator should know, such as a store that was damaged',
      }),
    }),
  },
});

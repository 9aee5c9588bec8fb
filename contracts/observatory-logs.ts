import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Attributes, SpanId, TraceId, UnixNano } from './observatory.ts';
import { Nullable } from './scalars.ts';

export const LogRecord = Type.Object({
  id: Type.String({ description: 'Of the line in this store; in the order of time' }),
  timeUnixNano: UnixNano,
  service: Type.String(),
  instance: Nullable(Type.String({ description: 'The process of the service, as it calls itself' })),
  severity: Type.String(),
  body: Type.String(),
  traceId: Nullable(TraceId),
  spanId: Nullable(SpanId),
  attributes: Attributes,
});
export type LogRecord = Static<typeof LogRecord>;

/** What a search for lines asks for. */
const search = {
  q: Type.Optional(
    Type.String({
      maxLength: 500,
      description:
        'Words by their beginning, "a phrase", name=value of a field (`name=*` for any, `name=a*` for a beginning), name!=value, name>2000, -word for lines without it',
    }),
  ),
  service: Type.Optional(Type.String({ maxLength: 200 })),
  severity: Type.Optional(
    Type.String({ maxLength: 20, description: 'This or worse: TRACE, DEBUG, INFO, WARN, ERROR, FATAL' }),
  ),
  traceId: Type.Optional(TraceId),
};
const window = { fromUnixNano: Type.Optional(UnixNano), toUnixNano: Type.Optional(UnixNano) };

export const listLogs = endpoint({
  method: 'GET',
  path: '/api/logs',
  summary: 'Log lines that match all that is asked for: of one trace by time, else the newest first',
  tag: 'Logs',
  querystring: Type.Object({
    ...search,
    ...window,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  responses: {
    200: Type.Object({
      logs: Type.Array(LogRecord),
      next: Nullable(Type.String()),
      searchedBackToUnixNano: Nullable(
        Type.String({ description: 'How far back the search came in its time, when `next` goes on from there' }),
      ),
    }),
  },
});

const FacetValue = Type.Object({ value: Type.String(), lines: Type.Integer() });
const Facet = Type.Object({
  values: Type.Array(FacetValue),
  others: Type.Integer({ description: 'Values beyond these' }),
});

export const LogSummary = Type.Object({
  lines: Type.Integer(),
  fromUnixNano: UnixNano,
  toUnixNano: UnixNano,
  stepMs: Type.Integer(),
  countedBackToUnixNano: Nullable(
    Type.String({ description: 'Lines before this were not counted, for it would have taken too long; null for all' }),
  ),
  steps: Type.Array(
    Type.Object({
      startTimeUnixNano: UnixNano,
      errors: Type.Integer(),
      warnings: Type.Integer(),
      others: Type.Integer(),
    }),
    { description: 'The window in equal steps, oldest first, without gaps' },
  ),
  facets: Type.Object({ service: Facet, severity: Facet, event: Facet, route: Facet, code: Facet }),
});
export type LogSummary = Static<typeof LogSummary>;

export const summariseLogs = endpoint({
  method: 'GET',
  path: '/api/logs/summary',
  summary:
    'How many lines match: over time by severity, and by service, severity, event.name, http.route and error.code',
  tag: 'Logs',
  querystring: Type.Object({ ...search, ...window }),
  responses: { 200: LogSummary },
});

export const tailLogs = endpoint({
  method: 'GET',
  path: '/api/logs/tail',
  summary:
    'New lines that match, as they come: server-sent events `lines` ({ logs }), `dropped` ({ lines }) for those that a slow reader missed, and `ended` ({ message }) for one that takes nothing',
  tag: 'Logs',
  querystring: Type.Object(search),
  responses: {},
});

const Around = Type.Optional(Type.Integer({ minimum: 0, maximum: 200 }));

export const getLogLine = endpoint({
  method: 'GET',
  path: '/api/logs/:id',
  summary: 'A line with those before and after it: of its process, of all services, or of its trace; 404 for none such',
  tag: 'Logs',
  params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,16}$' }) }),
  querystring: Type.Object({
    scope: Type.Optional(Type.Enum(['instance', 'all', 'trace'])),
    before: Around,
    after: Around,
  }),
  responses: {
    200: Type.Object({
      line: LogRecord,
      earlier: Type.Array(LogRecord),
      later: Type.Array(LogRecord),
      hasEarlier: Type.Boolean(),
      hasLater: Type.Boolean(),
    }),
  },
});

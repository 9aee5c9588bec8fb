import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Attributes, SpanId, TraceId, UnixNano } from './observatory.ts';
import { metricAggregationNames, metricKinds } from './observatory-metric-kinds.ts';
import { Nullable } from './scalars.ts';

const ServiceName = Type.String({ maxLength: 200 });
const MetricName = Type.String({ minLength: 1, maxLength: 512 });

export const MetricPoint = Type.Object({
  service: Type.String(),
  name: Type.String(),
  description: Type.String(),
  unit: Type.String(),
  kind: Type.Enum([...metricKinds]),
  attributes: Attributes,
  timeUnixNano: UnixNano,
  value: Nullable(Type.Number({ description: 'Of all but a histogram' })),
  count: Nullable(Type.Number({ description: 'Of a histogram' })),
  sum: Nullable(Type.Number({ description: 'Of a histogram' })),
});
export type MetricPoint = Static<typeof MetricPoint>;

export const listMetrics = endpoint({
  method: 'GET',
  path: '/api/metrics',
  summary: 'The newest point of each series of each process, as it was sent, by service and name',
  tag: 'Metrics',
  querystring: Type.Object({
    service: Type.Optional(ServiceName),
    name: Type.Optional(Type.String({ maxLength: 512 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  responses: { 200: Type.Object({ metrics: Type.Array(MetricPoint) }) },
});

export const MetricAttribute = Type.Object({
  name: Type.String(),
  values: Type.Array(Type.String(), { description: 'The most usual, at most 50' }),
  valueCount: Type.Integer(),
});
export type MetricAttribute = Static<typeof MetricAttribute>;

export const MetricEntry = Type.Object({
  name: Type.String(),
  kind: MetricPoint.properties.kind,
  unit: Type.String({ description: 'UCUM, such as `s`, `By`, `{order}`, `1`' }),
  description: Type.String(),
  services: Type.Array(Type.String()),
  attributes: Type.Array(MetricAttribute, {
    description: 'What its series are told apart by, `service` not among them',
  }),
  seriesCount: Type.Integer(),
  lastSeenUnixNano: UnixNano,
});
export type MetricEntry = Static<typeof MetricEntry>;

export const listMetricCatalogue = endpoint({
  method: 'GET',
  path: '/api/metrics/catalogue',
  summary: 'Every metric that is kept, by name, with its meaning and what its series are told apart by',
  tag: 'Metrics',
  querystring: Type.Object({
    service: Type.Optional(ServiceName),
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or of the meaning' })),
  }),
  responses: {
    200: Type.Object({
      metrics: Type.Array(MetricEntry),
      pointsLeftOut: Type.Integer({ description: 'Since the start: of more series than are kept, or no numbers' }),
    }),
  },
});

export const MetricExemplar = Type.Object({
  timeUnixNano: UnixNano,
  value: Type.Number(),
  traceId: TraceId,
  spanId: SpanId,
});

export const MetricGroup = Type.Object({
  values: Type.Array(Type.String(), { description: 'Of the attributes that it is grouped by, in their order' }),
  isRest: Type.Boolean({ description: 'All groups beyond the largest, put together' }),
  points: Type.Array(Nullable(Type.Number()), {
    description: 'One per step from the start on; null where nothing was heard',
  }),
  seriesCount: Type.Integer(),
});
export type MetricGroup = Static<typeof MetricGroup>;

export const MetricHistory = Type.Object({
  name: Type.String(),
  kind: MetricPoint.properties.kind,
  unit: Type.String({ description: 'Of the values: of a rate it ends in `/s`, of a count it is `{value}`' }),
  description: Type.String(),
  aggregation: Type.Enum([...metricAggregationNames]),
  fromUnixNano: UnixNano,
  toUnixNano: UnixNano,
  stepMs: Type.Integer(),
  groupBy: Type.Array(Type.String()),
  groups: Type.Array(MetricGroup, { description: 'The 20 largest, and the rest' }),
  groupCount: Type.Integer(),
  exemplars: Type.Array(MetricExemplar, { description: 'Single measurements whose trace is kept, at most 40' }),
});
export type MetricHistory = Static<typeof MetricHistory>;

export const getMetricHistory = endpoint({
  method: 'GET',
  path: '/api/metrics/history',
  summary:
    'One metric over time: added up, averaged or as percentiles, by up to two attributes; 404 for one that is not kept',
  tag: 'Metrics',
  querystring: Type.Object({
    name: MetricName,
    fromUnixNano: Type.Optional(UnixNano),
    toUnixNano: Type.Optional(UnixNano),
    stepSeconds: Type.Optional(Type.Integer({ minimum: 10, maximum: 86_400 })),
    aggregation: Type.Optional(Type.Enum([...metricAggregationNames])),
    groupBy: Type.Optional(
      Type.String({ maxLength: 500, description: '`service` or attributes, at most two, with a comma between' }),
    ),
    where: Type.Optional(
      Type.String({
        maxLength: 2000,
        description:
          'What must be so, as in a query string: `service=shop&http.route=%2Fcart`; `error.type=*` asks for any value',
      }),
    ),
  }),
  responses: { 200: MetricHistory },
});

import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { UnixNano } from './observatory.ts';
import { Nullable } from './scalars.ts';

const Rate = {
  requests: Type.Integer(),
  requestsPerMinute: Type.Number(),
  errors: Type.Integer({ description: 'Server spans whose status is error' }),
  errorRate: Type.Number({ minimum: 0, maximum: 1 }),
  p50Ms: Nullable(Type.Number()),
  p95Ms: Nullable(Type.Number()),
  p99Ms: Nullable(Type.Number()),
};

export const RouteSummary = Type.Object({ name: Type.String(), ...Rate });
export type RouteSummary = Static<typeof RouteSummary>;
export const ServiceSummary = Type.Object({
  service: Type.String(),
  ...Rate,
  spans: Type.Integer({ description: 'All spans of the service in the window' }),
  lastSeenUnixNano: UnixNano,
  routes: Type.Array(RouteSummary, { description: 'The busiest, by the name of their server span' }),
  minutes: Type.Array(
    Type.Object({
      startTimeUnixNano: UnixNano,
      requests: Type.Integer(),
      errors: Type.Integer(),
      p95Ms: Nullable(Type.Number()),
    }),
    { description: 'The window in equal steps, oldest first, without gaps' },
  ),
});
export type ServiceSummary = Static<typeof ServiceSummary>;

export const listServices = endpoint({
  method: 'GET',
  path: '/api/services',
  summary: 'Rate, errors and duration of every service, from its server spans of the last minutes',
  tag: 'Services',
  querystring: Type.Object({ minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })) }),
  responses: {
    200: Type.Object({ windowMinutes: Type.Integer(), services: Type.Array(ServiceSummary) }),
  },
});

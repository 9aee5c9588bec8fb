import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Nullable } from './scalars.ts';

// Who calls whom, from the spans of both sides. camelCase, like the rest of the observatory's API.

export const TopologyNode = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['callers', 'browser', 'service', 'database', 'outside']),
  name: Type.String({ description: 'Of a service its name, of a database its name, of another host its address' }),
  system: Nullable(Type.String({ description: 'Of a database, such as postgresql' })),
  addresses: Type.Array(Type.String(), { description: 'Of a service, host and port where others call it' }),
  calls: Type.Integer({ description: 'Those that it got' }),
  errors: Type.Integer(),
});
export type TopologyNode = Static<typeof TopologyNode>;

export const TopologyEdge = Type.Object({
  from: Type.String({ description: 'Id of the node that calls' }),
  to: Type.String({ description: 'Id of the node that is called' }),
  kind: Type.Enum(['request', 'message', 'statement'], { description: 'A message went through the outbox' }),
  calls: Type.Integer(),
  callsPerMinute: Type.Number(),
  errors: Type.Integer(),
  errorRate: Type.Number({ minimum: 0, maximum: 1 }),
  p50Ms: Nullable(Type.Number({ description: 'As the caller saw it, right within 10 %' })),
  p95Ms: Nullable(Type.Number()),
});
export type TopologyEdge = Static<typeof TopologyEdge>;

export const getTopology = endpoint({
  method: 'GET',
  path: '/api/topology',
  summary: 'Services, databases and other hosts with the calls between them, from the spans of the last minutes',
  tag: 'Services',
  querystring: Type.Object({ minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })) }),
  responses: {
    200: Type.Object({
      windowMinutes: Type.Integer(),
      nodes: Type.Array(TopologyNode),
      edges: Type.Array(TopologyEdge, { description: 'The busiest first' }),
    }),
  },
});

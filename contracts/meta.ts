import { Type } from 'typebox';
import { endpoint } from './endpoint.ts';

export const getHealth = endpoint({
  method: 'GET',
  path: '/health',
  summary: 'The process is alive; asks nobody else',
  tag: 'Platform',
  responses: { 200: Type.Object({ status: Type.Literal('ok'), service: Type.String() }) },
});

const toldAlways = {
  db_type: Type.String({ description: '`postgresql` or `oracle`' }),
  workflow_gateway_configured: Type.Optional(
    Type.Boolean({ description: 'Told by the shop: whether it knows where the workflow gateway is' }),
  ),
};

export const getReadiness = endpoint({
  method: 'GET',
  path: '/ready',
  summary: 'The service can do its work: 200, or 503 with ready false',
  tag: 'Platform',
  responses: {
    200: Type.Object({ ready: Type.Literal(true), database: Type.Literal('connected'), ...toldAlways }),
    503: Type.Object({
      ready: Type.Literal(false),
      database: Type.Literal('disconnected'),
      reason: Type.Optional(Type.String({ description: 'Code of what is wrong, such as database.unavailable' })),
      ...toldAlways,
    }),
  },
});

export const getVersion = endpoint({
  method: 'GET',
  path: '/api/version',
  summary: 'What is running',
  tag: 'Platform',
  responses: {
    200: Type.Object({
      service: Type.String(),
      version: Type.String(),
      git_sha: Type.String(),
      environment: Type.String(),
    }),
  },
});

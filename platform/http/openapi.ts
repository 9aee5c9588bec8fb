import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';

export interface OpenapiOptions {
  title: string;
  version: string;
  description: string;
  /** What every failure looks like. */
  problem: TSchema;
}

/** Serves /openapi.json, made from the schemas of the routes that are mounted after it. Pages are left out. */
export async function serveOpenapi(app: FastifyInstance, { problem, ...info }: OpenapiOptions): Promise<void> {
  const failure = { description: 'The request failed', content: { 'application/problem+json': { schema: problem } } };
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info },
    hideUntagged: true,
    transform: ({ schema, url }) => ({
      url,
      schema: { ...schema, response: Object.assign({ default: failure }, schema?.response) },
    }),
  });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return app.swagger();
  });
}

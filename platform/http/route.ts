import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Static, TSchema } from 'typebox';

/** The shape of an endpoint that contracts/ declares; platform knows none of them. */
interface EndpointLike {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  summary: string;
  tag: string;
  params?: TSchema;
  querystring?: TSchema;
  headers?: TSchema;
  body?: TSchema;
  responses: Record<number, TSchema>;
}

type Part<E, K extends string> = E extends Record<K, infer S extends TSchema> ? Static<S> : undefined;
type Answer<E extends EndpointLike> =
  E['responses'] extends Record<number, infer S extends TSchema> ? Static<S> : never;

export interface EndpointRequest<E extends EndpointLike> {
  params: Part<E, 'params'>;
  query: Part<E, 'querystring'>;
  headers: Part<E, 'headers'>;
  body: Part<E, 'body'>;
  raw: FastifyRequest;
  reply: FastifyReply;
}

export type EndpointHandler<E extends EndpointLike> = (
  request: EndpointRequest<E>,
) => Promise<Answer<E> | FastifyReply>;

/**
 * Mounts an endpoint of a contract: its input is checked before the handler runs, its output typed by it. `admit` runs
 * before anything of the request is read, and throws for who may not call it.
 */
export function route<E extends EndpointLike>(
  app: FastifyInstance,
  endpoint: E,
  handle: EndpointHandler<E>,
  admit?: onRequestAsyncHookHandler,
): void {
  const { method, path: url, summary, tag, responses: response, ...parts } = endpoint;
  const schema = {
    summary,
    tags: [tag],
    response,
    params: parts.params,
    querystring: parts.querystring,
    headers: parts.headers,
    body: parts.body,
  };
  app.route({
    method,
    url,
    ...(admit ? { onRequest: admit } : {}),
    schema: Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined)),
    handler: (request, reply) => handle(asEndpointRequest<E>(request, reply)),
  });
}

/** Fastify has validated each part against the endpoint's schema. */
function asEndpointRequest<E extends EndpointLike>(raw: FastifyRequest, reply: FastifyReply): EndpointRequest<E> {
  const { params, query, headers, body } = raw;
  return { params, query, headers, body, raw, reply } as EndpointRequest<E>;
}

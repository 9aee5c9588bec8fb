import type { TSchema } from 'typebox';

/**
 * One HTTP endpoint as both sides see it. `responses` maps a status to the schema of its JSON body;
 * every failure is a problem+json (see problem.ts) and needs no entry.
 */
export interface Endpoint {
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

/** Keeps the literal types of an endpoint, so that handlers and clients are typed from it. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

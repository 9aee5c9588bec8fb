import type { TSchema } from 'typebox';
import type { Permission } from './crm/permissions.ts';

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

/**
 * Who may call an endpoint: anybody, our own services (with the internal key), anybody signed in, or staff whose role
 * holds this permission.
 */
export type Access = 'public' | 'internal' | 'signed-in' | Permission;

/** An endpoint of the control plane, where nothing is open unless it says so. */
export interface GuardedEndpoint extends Endpoint {
  access: Access;
}

/** Keeps the literal types of an endpoint, so that handlers and clients are typed from it. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

/** The same for an endpoint that names who may call it. */
export function guarded<const E extends GuardedEndpoint>(definition: E): E {
  return definition;
}

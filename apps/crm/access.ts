import type { Access, GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import type { Ctx } from '@octo/domains/context';
import { findSession, type StaffSession } from '@octo/domains/identity';
import { type Actor, guest, serviceActor } from '@octo/platform/context/context.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import { requireInternalKey } from '@octo/platform/http/internal-key.ts';
import { traceOf } from '@octo/platform/http/request-span.ts';
import { type EndpointHandler, route } from '@octo/platform/http/route.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Crm } from './context.ts';
import { readSessionToken } from './session-cookie.ts';

const admitted = new WeakMap<FastifyRequest, Actor>();

/** Mounts an endpoint behind what it says of itself: who may not call it is refused before anything of the request is read. */
export function mount<E extends GuardedEndpoint>(
  app: FastifyInstance,
  crm: Crm,
  endpoint: E,
  handle: EndpointHandler<E>,
): void {
  route(app, endpoint, handle, async (request) => {
    admitted.set(request, await admit(crm, endpoint.access, request));
  });
}

/** A context on behalf of whoever was admitted with this request. */
export function contextOf(crm: Crm, request: FastifyRequest): Ctx {
  return crm.contextFor(admitted.get(request) ?? guest, traceOf(request));
}

/** Who is signed in with this request; undefined when nobody is, or no longer. Throws Unavailable when that cannot be known. */
export async function sessionOf(crm: Crm, request: FastifyRequest): Promise<StaffSession | undefined> {
  const token = readSessionToken(crm, request);
  if (token === undefined) return undefined;
  return await findSession(crm.contextFor(guest, traceOf(request)), { token, limits: crm.config.session });
}

/** Refuses who lacks a permission, for the steps of an endpoint that ask for more than the endpoint does. */
export function requirePermission(actor: Actor, access: Access): void {
  if (!actor.permissions.has(access)) throw notAllowed(access);
}

async function admit(crm: Crm, access: Access, request: FastifyRequest): Promise<Actor> {
  if (access === 'public') return { ...guest, ...callerOf(request) };
  if (access === 'internal') {
    requireInternalKey(request, internalKeyHeader, crm.config.internalKeys);
    return { ...serviceActor('peer'), ...callerOf(request) };
  }
  const session = await sessionOf(crm, request);
  if (!session) throw notSignedIn(readSessionToken(crm, request) !== undefined);
  const actor = actorOf(session, request);
  if (access !== 'signed-in') requirePermission(actor, access);
  return actor;
}

function actorOf({ userId, permissions }: StaffSession, request: FastifyRequest): Actor {
  return { id: `user:${userId}`, userId, permissions, ...callerOf(request) };
}

function callerOf(request: FastifyRequest): { address: string; userAgent: string } {
  return { address: callerAddress(request), userAgent: (request.headers['user-agent'] ?? '').slice(0, 500) };
}

function notSignedIn(hadSession: boolean): AppError {
  return hadSession
    ? new AppError('Unauthorized', 'identity.session_ended', 'Your session has ended. Please sign in again.')
    : new AppError('Unauthorized', 'identity.not_signed_in', 'Please sign in first.');
}

function notAllowed(access: Access): AppError {
  return new AppError('Forbidden', 'identity.not_allowed', `Your role does not include “${access}”.`);
}

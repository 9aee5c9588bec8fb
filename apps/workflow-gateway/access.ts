import { isIP } from 'node:net';
import type { GuardedEndpoint } from '@octo/contracts/endpoint.ts';
import { internalKeyHeader } from '@octo/contracts/integrations.ts';
import { operatorAddressHeader, operatorHeader } from '@octo/contracts/workflows.ts';
import type { WorkflowsCtx } from '@octo/domains/workflows';
import { type Actor, guest, serviceActor } from '@octo/platform/context/context.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import { requireInternalKey } from '@octo/platform/http/internal-key.ts';
import { traceOf } from '@octo/platform/http/request-span.ts';
import { type EndpointHandler, route } from '@octo/platform/http/route.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Gateway } from './context.ts';
import { readSessionToken } from './operators.ts';

const admitted = new WeakMap<FastifyRequest, Actor>();

/** Mounts an endpoint for our own services, and for operators whose role at the CRM holds what it takes. */
export function mount<E extends GuardedEndpoint>(
  app: FastifyInstance,
  gateway: Gateway,
  endpoint: E,
  handle: EndpointHandler<E>,
): void {
  route(app, endpoint, handle, async (request) => {
    const actor = await admit(gateway, endpoint, request);
    admitted.set(request, { ...actor, ...callerOf(request) });
  });
}

/** A context on behalf of whoever was admitted with this request. */
export function contextOf(gateway: Gateway, request: FastifyRequest): WorkflowsCtx {
  return gateway.contextFor(admitted.get(request) ?? guest, traceOf(request));
}

async function admit(gateway: Gateway, { access }: GuardedEndpoint, request: FastifyRequest): Promise<Actor> {
  if (access === 'public') return guest;
  if (request.headers[internalKeyHeader] !== undefined) {
    requireInternalKey(request, internalKeyHeader, gateway.config.internalKeys);
    return onBehalfOf(request.headers[operatorHeader]);
  }
  const token = readSessionToken(request.headers);
  if (token === undefined) throw notSignedIn();
  const session = await gateway.operators.find(token);
  if (!session) throw sessionEnded();
  const permissions: ReadonlySet<string> = new Set(session.permissions);
  if (!permissions.has(access)) throw notAllowed(access);
  return { ...operator(session.user_id), permissions };
}

/** A service of ours says whom it asks for; without a word it asks for itself. */
function onBehalfOf(userId: string | string[] | undefined): Actor {
  if (userId === undefined) return serviceActor('peer');
  const id = typeof userId === 'string' && /^[1-9]\d{0,15}$/.test(userId) ? Number(userId) : Number.NaN;
  if (Number.isSafeInteger(id)) return operator(id);
  throw faultyField('Invalid', 'workflows.operator_invalid', operatorHeader, 'must be the id of a user');
}

function operator(userId: number): Actor {
  return { id: `user:${userId}`, userId, permissions: new Set() };
}

function callerOf(request: FastifyRequest): { address: string; userAgent: string } {
  const { [internalKeyHeader]: key, [operatorAddressHeader]: told, 'user-agent': userAgent = '' } = request.headers;
  const isTold = key !== undefined && typeof told === 'string' && isIP(told) !== 0;
  return { address: isTold ? told : callerAddress(request), userAgent: userAgent.slice(0, 500) };
}

function notSignedIn(): AppError {
  return new AppError('Unauthorized', 'identity.not_signed_in', 'Please sign in at the CRM first.');
}

function sessionEnded(): AppError {
  return new AppError('Unauthorized', 'identity.session_ended', 'Your session has ended. Please sign in again.');
}

function notAllowed(access: string): AppError {
  return new AppError('Forbidden', 'identity.not_allowed', `Your role does not include “${access}”.`);
}

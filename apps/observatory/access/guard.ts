import { browserIntakePaths } from '@octo/contracts/browser-telemetry.ts';
import { networkOf } from '@octo/platform/context/network-of.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Observatory } from '../context.ts';
import { isLoopback } from '../loopback.ts';
import { createQuota, type Quota } from './quota.ts';
import { sessionCookie } from './session-cookie.ts';
import { isSession, isToken } from './token.ts';

export const signInPath = '/sign-in';
const forBrowsers = new Set<string>(Object.values(browserIntakePaths));
const open = new Set(['/health', '/ready', signInPath]);

/**
 * Who may come in. Without a token only this machine, which a page of another site must not act for; with one, who brings it.
 * The intake for browsers has rules of its own.
 */
export function guard(app: FastifyInstance, { config, clock }: Observatory): void {
  const { token } = config;
  const nowMs = () => clock.now().getTime();
  // Of a token this long nothing is gained by guessing from many places: who has it must not be kept out by them.
  const attempts = createQuota({ perKey: 20, windowMs: 300_000, nowMs });
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (forBrowsers.has(path)) return undefined;
    if (token === undefined) refuseForeignHost(request);
    refuseForeignSite(request, path);
    if (token === undefined || open.has(path) || isSignedIn(request, token, nowMs())) return undefined;
    return admit(request, reply, token, attempts);
  });
}

/** A name that somebody else's name server has for this machine makes their page one of ours. */
function refuseForeignHost(request: FastifyRequest): void {
  // As the browser wrote it: what else says where a request was sent, such as X-Forwarded-Host, that page may write itself.
  if (isLoopback((request.headers.host ?? '').replace(/:\d+$/, ''))) return;
  const message = 'The observatory answers to names of this machine only, such as localhost.';
  throw faultyField('Forbidden', 'http.foreign_host', 'Host', message);
}

/** A link may lead here from anywhere; nothing else of another site may. */
function refuseForeignSite(request: FastifyRequest, path: string): void {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, origin } = request.headers;
  const isLink = request.method === 'GET' && mode === 'navigate' && !/^\/(api|v1|intake)\//.test(path);
  const isForeign = site === undefined ? isForeignOrigin(origin, request) : site !== 'same-origin' && site !== 'none';
  if (!isForeign || isLink) return;
  const message = 'This request comes from another site and was not carried out.';
  throw faultyField('Forbidden', 'http.foreign_origin', 'Origin', message);
}

function isForeignOrigin(origin: string | undefined, request: FastifyRequest): boolean {
  return origin !== undefined && URL.parse(origin)?.host !== request.host;
}

function isSignedIn(request: FastifyRequest, token: string, nowMs: number): boolean {
  const session = request.cookies[sessionCookie];
  return session !== undefined && isSession(session, token, nowMs);
}

function admit(request: FastifyRequest, reply: FastifyReply, token: string, attempts: Quota): FastifyReply | undefined {
  const [, offered] = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (offered === undefined) return askToSignIn(request, reply);
  const address = networkOf(callerAddress(request));
  const wait = attempts.waitSeconds(address);
  if (wait !== undefined) throw tooManyAttempts(wait);
  if (isToken(offered, token)) return undefined;
  attempts.take(address);
  reply.header('www-authenticate', 'Bearer');
  throw new AppError('Unauthorized', 'observatory.token_wrong', 'This token does not open the observatory.');
}

export function tooManyAttempts(retryAfterSeconds: number): AppError {
  return new AppError('LimitExceeded', 'observatory.too_many_attempts', 'Too many attempts. Please wait a little.', {
    retryAfterSeconds,
  });
}

/** A person is led to the page for it, a program is told. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (isPage && !request.url.startsWith('/api/'))
    return reply.redirect(`${signInPath}?next=${encodeURIComponent(request.url)}`, 303);
  reply.header('www-authenticate', 'Bearer');
  throw new AppError('Unauthorized', 'observatory.not_signed_in', 'The observatory opens with its token.');
}

import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Crm } from './context.ts';

type Configured = Pick<Crm, 'config'>;

/** The secret that names a session; whether it is still good, only the database knows. */
export function readSessionToken(crm: Configured, request: FastifyRequest): string | undefined {
  const token = request.cookies[sessionCookieName(crm)];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}

export function setSessionCookie(crm: Configured, reply: FastifyReply, token: string): void {
  const maxAge = Math.floor(crm.config.session.longestMs / 1000);
  reply.setCookie(sessionCookieName(crm), token, { ...cookieOptions(crm), maxAge });
}

export function clearSessionCookie(crm: Configured, reply: FastifyReply): void {
  reply.clearCookie(sessionCookieName(crm), cookieOptions(crm));
}

/** On https the prefix keeps other hosts of our domain from slipping somebody a session of theirs. */
export function sessionCookieName(crm: Configured): string {
  return isPublished(crm) ? '__Host-octo_crm' : 'octo_crm';
}

function cookieOptions(crm: Configured): CookieSerializeOptions {
  const secure = isPublished(crm) || ('auto' as const);
  return { path: '/', httpOnly: true, sameSite: 'lax', secure };
}

function isPublished({ config }: Configured): boolean {
  return config.publicUrl?.startsWith('https:') === true;
}
